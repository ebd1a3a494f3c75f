// Step 6: everything once more, what it costs, the code, the declaration, "Nộp hồ sơ".
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstMissing, type Incomplete } from '../../../modules/dossiers/index.ts';
import { findPerson, identityOf } from '../../../modules/people/index.ts';
import { type FormError, identityDoubts, warnings } from '../../../rules/forms/index.ts';
import { type ErrorLine, renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { CheckPage } from './check-page.tsx';
import { confirmationCode } from './confirmation-number.ts';
import { type Journey, onJourney } from './draft-context.ts';
import { statusOf } from './frame.tsx';
import { type SendBody, send } from './send.ts';

const config = { guard: 'citizen' } as const;
const NOTHING: SendBody = { ma: '', 'cam-doan': '' };

/** Mounts the last look before sending, and sending. */
export function registerCheck(app: FastifyInstance, deps: PortalDeps): void {
  app.get('/nop-ho-so/:draft/kiem-tra', { config }, (req, reply) =>
    onJourney(req, reply, deps, (journey) => show(req, reply, deps, journey, [], NOTHING)),
  );
  app.post('/nop-ho-so/:draft/kiem-tra', { config }, (req, reply) =>
    send(req, reply, deps, (errors, typed) =>
      onJourney(req, reply, deps, (journey) => show(req, reply, deps, journey, errors, typed)),
    ),
  );
}

async function show(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  journey: Journey,
  errors: readonly ErrorLine[],
  typed: SendBody,
): Promise<FastifyReply> {
  const { draft, today } = journey;
  const { books } = deps;
  const { agencyId, answers } = draft;
  const page = (
    <CheckPage
      {...{ req, journey, errors, typed }}
      csrf={req.csrf()}
      code={confirmationCode(deps.secret, draft.id)}
      missing={missingIn(journey, deps)}
      agency={agencyId ? books.agency(agencyId, today) : undefined}
      papers={books.components(draft.procedureId, draft.formHash, answers, today)}
      fee={agencyId ? books.fee(draft.procedureId, answers, agencyId, today) : undefined}
      doubts={await doubtsOf(journey, deps)}
    />
  );
  return reply.html(renderPage(page), statusOf(errors));
}

/** What the form doubts, and where who it speaks of is not whom the account knows. */
async function doubtsOf(
  { draft, form, context }: Journey,
  { db }: PortalDeps,
): Promise<readonly FormError[]> {
  if (!form) return [];
  const person = await findPerson(db, draft.personId);
  const account = person ? identityOf(person) : undefined;
  return [
    ...warnings(form, draft.answers, context),
    ...identityDoubts(form, draft.answers, context, { account }),
  ];
}

/** What keeps the draft from being sent, by the same rule that sending applies. */
function missingIn({ draft, today }: Journey, { books }: PortalDeps): Incomplete | null {
  const row = {
    procedureId: draft.procedureId,
    formHash: draft.formHash,
    agencyId: draft.agencyId,
    answers: draft.answers,
    submitChannel: draft.submitChannel,
    returnChannel: draft.returnChannel,
    components: draft.files.map((file) => file.component),
  };
  return firstMissing(row, books, today);
}
