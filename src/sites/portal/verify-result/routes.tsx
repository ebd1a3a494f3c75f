// /kiem-tra: the page the QR code of a result leads to. Wrong codes are counted per number and place.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { verifyResult } from '../../../modules/results/index.ts';
import { boxOf } from '../../../platform/http/index.ts';
import { tidy } from '../../../rules/kernel/index.ts';
import { spokenText, toldNumbers } from '../../../rules/papers/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { GUESSED_TOO_OFTEN, GUESSED_WRONG, takeGuessAt } from '../guessing.ts';
import { rateLimited, shellOf } from '../shell.tsx';
import { VerifiedPage, VerifyForm } from './page.tsx';
import { words } from './words.ts';

const config = { guard: 'public' } as const;
const input = z.object({ ma: boxOf(200), kt: boxOf(60) });
// The code of a paper is long enough that its day's share may be so large that nobody uses it up for others.
const GUESSING = { what: 'verify', perAddress: 60, perDay: 5000 } as const;

/** Mounts the check of a paper. */
export function registerVerifyResult(app: FastifyInstance, deps: PortalDeps): void {
  app.get('/kiem-tra', { config }, (req, reply) =>
    answer(req, reply, deps, input.parse(req.query ?? {}), true),
  );
  app.post('/kiem-tra', { config }, (req, reply) =>
    answer(req, reply, deps, input.parse(req.body ?? {}), false),
  );
}

async function answer(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  typed: z.infer<typeof input>,
  first: boolean,
) {
  const numbers = toldNumbers(typed.ma);
  const code = spokenText(typed.kt);
  const form = (error: string | undefined, status: number) =>
    reply.html(
      renderPage(
        <VerifyForm shell={{ ...shellOf(req), csrf: req.csrf() }} number={typed.ma} error={error} />,
      ),
      status,
    );
  if (tidy(typed.ma) === '' || code === '')
    return first ? form(undefined, 200) : form(words(req.lang).missing, 422);
  const guessed = { ...GUESSING, number: spokenText(numbers[0] ?? typed.ma) };
  const guess = await takeGuessAt(req, deps, guessed);
  if (!guess.allowed) return reply.because(GUESSED_TOO_OFTEN).html(rateLimited(req, guess.until), 429);
  const found = await verifyResult(deps.db, numbers, code);
  if (!found) {
    reply.because(GUESSED_WRONG);
    return form(words(req.lang).notFound, 422);
  }
  await guess.right();
  return reply.html(
    renderPage(<VerifiedPage shell={shellOf(req)} number={found.dossierNumber} found={found} />),
  );
}
