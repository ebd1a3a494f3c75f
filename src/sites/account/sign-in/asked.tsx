// The sign-in that an address names, for every page of one.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderPage } from '../../../ui/index.ts';
import { DeadEndPage } from '../dead-end-page.tsx';
import type { AccountDeps, SignInRequest } from '../deps.ts';
import { shellOf } from '../shell.tsx';
import { words } from './words.ts';

export const PUBLIC = { config: { guard: 'public' } } as const;
export type Uid = { Params: { uid: string } };

/** Finds the sign-in of an address, in this browser; otherwise answers with the way on and gives null. */
export function askedBy({ interactions, urls }: Pick<AccountDeps, 'interactions' | 'urls'>) {
  return async (req: FastifyRequest<Uid>, reply: FastifyReply): Promise<SignInRequest | null> => {
    const found = await interactions.find(req, reply);
    if (found?.uid !== req.params.uid) {
      const href = `${urls.portal}/dang-nhap`;
      reply.html(renderPage(<DeadEndPage shell={shellOf(req)} {...words(req.lang).gone} href={href} />), 410);
      return null;
    }
    if (found.tooHigh) {
      reply.html(
        renderPage(<DeadEndPage shell={shellOf(req)} {...words(req.lang).tooHigh} href={`${found.home}/`} />),
        403,
      );
      return null;
    }
    return found;
  };
}
