// Step 5: how the dossier is handed in and how the result is had; only what the procedure allows (S-17, S-18).
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ProcedureTerms, saveDraft } from '../../../modules/dossiers/index.ts';
import { boxOf } from '../../../platform/http/index.ts';
import { strangeCharacters } from '../../../rules/forms/index.ts';
import { LONGEST_KEPT, oneLine } from '../../../rules/kernel/index.ts';
import {
  Button,
  CsrfField,
  type ErrorLine,
  Form,
  InsetText,
  Radios,
  renderPage,
  Textarea,
} from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { backTo, type Journey, onJourney } from './draft-context.ts';
import { StepPage, statusOf } from './frame.tsx';
import { StepNumber, stepPath } from './steps.ts';
import { words } from './words.ts';

const config = { guard: 'citizen' } as const;
type Say = ReturnType<typeof words>['channels'];
const LONGEST_ADDRESS = 300;
const Body = z.object({
  nop: boxOf(20),
  nhan: boxOf(20),
  'dia-chi': boxOf(LONGEST_KEPT).transform(oneLine),
});

interface Choice {
  submit: string;
  back: string;
  address: string;
}

/** Mounts the question how to hand in and how to have the result. */
export function registerChannels(app: FastifyInstance, deps: PortalDeps): void {
  app.get('/nop-ho-so/:draft/hinh-thuc', { config }, (req, reply) =>
    onJourney(req, reply, deps, (journey) => show(req, reply, journey, chosenBefore(journey), [])),
  );
  app.post('/nop-ho-so/:draft/hinh-thuc', { config }, (req, reply) =>
    onJourney(req, reply, deps, (journey) => choose(req, reply, deps, journey)),
  );
}

/** Presence for the result leaves one way to have it, whatever the list says (S-17). */
function returnWays(procedure: ProcedureTerms): readonly string[] {
  return procedure.inPerson ? ['counter'] : procedure.returnChannels;
}

function chosenBefore({ draft, procedure }: Journey): Choice {
  const only = (ways: readonly string[]) => (ways.length === 1 ? ways[0] : undefined);
  return {
    submit: draft.submitChannel ?? only(procedure.submitChannels) ?? '',
    back: draft.returnChannel ?? only(returnWays(procedure)) ?? '',
    address: draft.returnAddress,
  };
}

async function choose(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, journey: Journey) {
  const body = Body.parse(req.body ?? {});
  const choice: Choice = { submit: body.nop, back: body.nhan, address: body['dia-chi'] };
  const errors = faultsOf(choice, journey.procedure, words(req.lang).channels);
  if (errors.length > 0) return show(req, reply, journey, choice, errors);
  const { draft } = journey;
  const change = {
    submitChannel: choice.submit,
    returnChannel: choice.back,
    returnAddress: choice.back === 'post' ? choice.address : '',
    step: 'kiem-tra',
  };
  const saved = await saveDraft(deps.db, draft, change, req.now);
  return saved.ok ? reply.redirect(stepPath(draft, 'kiem-tra'), 303) : reply.refuse(saved.refusal);
}

function faultsOf({ submit, back, address }: Choice, procedure: ProcedureTerms, say: Say): ErrorLine[] {
  const errors: ErrorLine[] = [];
  if (submit === '') errors.push({ say: say.submitMissing, href: '#nop' });
  else if (!procedure.submitChannels.includes(submit)) errors.push({ say: say.notOffered, href: '#nop' });
  if (back === '') errors.push({ say: say.returnMissing, href: '#nhan' });
  else if (!returnWays(procedure).includes(back)) errors.push({ say: say.notOffered, href: '#nhan' });
  if (back === 'post' && address === '') errors.push({ say: say.addressMissing, href: '#dia-chi' });
  const strange = back === 'post' ? strangeCharacters(address) : [];
  if (strange.length > 0) errors.push({ say: say.addressStrange(strange), href: '#dia-chi' });
  if (address.length > LONGEST_ADDRESS) errors.push({ say: say.addressLong, href: '#dia-chi' });
  return errors;
}

function show(
  req: FastifyRequest,
  reply: FastifyReply,
  journey: Journey,
  choice: Choice,
  errors: readonly ErrorLine[],
) {
  const { procedure } = journey;
  const { agree, channels: say } = words(req.lang);
  const errorAt = (id: string) => errors.find((line) => line.href === `#${id}`)?.say;
  return reply.html(
    renderPage(
      <StepPage
        {...{ req, journey, errors }}
        title={say.title}
        step={StepNumber.channels}
        back={backTo(journey, 'giay-to')}
      >
        <h1 class="govuk-heading-l">{say.title}</h1>
        <Form method="post">
          <CsrfField token={req.csrf()} />
          <Radios
            legend={{ say: say.submit, classes: 'govuk-fieldset__legend--m' }}
            name="nop"
            value={choice.submit}
            error={errorAt('nop')}
            items={procedure.submitChannels.map((way) => ({ value: way, ...sayOf(say.submitWays, way) }))}
          />
          {procedure.inPerson && <Presence say={say} />}
          <Radios
            legend={{ say: say.back, classes: 'govuk-fieldset__legend--m' }}
            name="nhan"
            value={choice.back}
            error={errorAt('nhan')}
            items={returnWays(procedure).map((way) => ({
              value: way,
              ...sayOf(say.returnWays, way),
              reveal:
                way === 'post' ? (
                  <Address say={say} value={choice.address} error={errorAt('dia-chi')} />
                ) : undefined,
            }))}
          />
          <Button preventDoubleClick>{agree}</Button>
        </Form>
      </StepPage>,
    ),
    statusOf(errors),
  );
}

function sayOf(ways: Readonly<Record<string, { say: string; hint?: string }>>, way: string) {
  return ways[way] ?? { say: way };
}

function Address({ say, value, error }: { say: Say; value: string; error: ErrorLine['say'] | undefined }) {
  return (
    <Textarea
      label={say.address}
      hint={say.addressHint}
      name="dia-chi"
      rows={3}
      value={value}
      error={error}
    />
  );
}

function Presence({ say }: { say: Say }) {
  return (
    <InsetText>
      <p class="govuk-body">{say.presence}</p>
      <p class="govuk-body">{say.presenceBring}</p>
      <ul class="govuk-list govuk-list--bullet">
        {say.presenceItems.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </InsetText>
  );
}
