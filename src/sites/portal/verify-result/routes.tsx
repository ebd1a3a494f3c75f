// /kiem-tra: the page the QR code of a result leads to. Guessing is counted per address and per number.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { verifyResult } from '../../../modules/results/index.ts';
import { boxOf } from '../../../platform/http/index.ts';
import { takeEach } from '../../../platform/limits.ts';
import { tidy } from '../../../rules/kernel/index.ts';
import { spokenText, toldNumbers } from '../../../rules/papers/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { rateLimited, shellOf } from '../shell.tsx';
import { VerifiedPage, VerifyForm } from './page.tsx';
import { words } from './words.ts';

const config = { guard: 'public' } as const;
const input = z.object({ ma: boxOf(200), kt: boxOf(60) });
const WINDOW = 900;
const PER_ADDRESS = 60;
const PER_NUMBER = 20;

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
  const guesses = [
    { key: `verify:ip:${req.ip}`, most: PER_ADDRESS, seconds: WINDOW },
    { key: `verify:number:${numbers.join(' ') || tidy(typed.ma)}`, most: PER_NUMBER, seconds: WINDOW },
  ];
  const until = await takeEach(deps.db, guesses, req.now);
  if (until) return reply.html(rateLimited(req, until), 429);
  const found = await verifyResult(deps.db, numbers, code);
  if (!found) return form(words(req.lang).notFound, 422);
  return reply.html(
    renderPage(<VerifiedPage shell={shellOf(req)} number={found.dossierNumber} found={found} />),
  );
}
