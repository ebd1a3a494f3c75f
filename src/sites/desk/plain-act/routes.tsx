// The acts that are all in their record: pressed at once, or done with a reason in writing. A new one needs no page.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type ActRequest, performPlain, returnToExaminer } from '../../../modules/dossiers/index.ts';
import { act, type Ctx } from '../../../platform/act.ts';
import type { Refusal, Result } from '../../../rules/kernel/index.ts';
import { ACT_NAMES, ACT_WORDS, type ActName, recordOf } from '../../../rules/lifecycle/index.ts';
import { type Acting, actPage, pressedAct } from '../act-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { overlong } from '../overlong.ts';
import { ReasonPage } from './page.tsx';

const LONGEST = 2000;
const input = z.object({ why: z.string().catch('') }).catch({ why: '' });

type Performer = (ctx: Ctx, request: ActRequest & { why: string }) => Promise<Result<unknown>>;

/** Those that write something of their own besides. */
const OWN: Partial<Record<ActName, Performer>> = { returnToExaminer };

/** Mounts every act of officials whose record asks for a press or a reason. */
export function registerPlainActs(app: FastifyInstance, deps: DeskDeps): void {
  for (const name of ACT_NAMES) {
    const { asks, ways } = recordOf(name);
    if (ways.every(({ by }) => by === 'applicant')) continue;
    if (asks === 'press') pressedAct(app, deps, { act: name, perform: (by) => perform(name, by, '') });
    if (asks === 'reason') reasonedAct(app, deps, name);
  }
}

function reasonedAct(app: FastifyInstance, deps: DeskDeps, name: ActName): void {
  actPage(app, deps, {
    act: name,
    blank: () => ({ why: '' }),
    read: (body) => input.parse(body ?? {}),
    faults: ({ why }) => overlongIn(name, why),
    view: (page) => <ReasonPage act={name} {...page} />,
    perform: (by, { why }) => perform(name, by, why),
  });
}

function perform(name: ActName, { deps, actor, now, dossierId, version }: Acting, why: string) {
  const own: Performer = OWN[name] ?? ((ctx, request) => performPlain(ctx, name, request));
  return act<unknown>({ db: deps.db, actor, now }, (ctx) => own(ctx, { dossierId, version, why }));
}

function overlongIn(name: ActName, why: string): Refusal[] {
  return overlong([{ field: 'why', label: ACT_WORDS.vi[name].why?.label ?? '', text: why }], LONGEST);
}
