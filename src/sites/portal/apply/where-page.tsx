// Where to file: by typing the place, or from the list, the agency above first.
import type { AgencyGroup, FoundOffice } from '../../../modules/agencies/index.ts';
import {
  Button,
  CsrfField,
  type ErrorLine,
  Form,
  Input,
  InsetText,
  Naming,
  naming,
  Radios,
  Select,
  Vi,
  vietnameseOption,
} from '../../../ui/index.ts';
import { backTo, type Journey, pathWithin } from './draft-context.ts';
import { StepPage, type StepPageProps } from './frame.tsx';
import { StepNumber } from './steps.ts';
import { words } from './words.ts';

export const PLACE_ID = 'tim';
export const PARENT_ID = 'cap';
export const OFFICE_ID = 'co-quan';

type Common = Pick<StepPageProps, 'req' | 'journey'> & { csrf: string; errors?: readonly ErrorLine[] };

/** `ve` travels with forms that are sent by GET. */
function Keep({ journey }: { journey: Journey }) {
  return journey.fromCheck ? <input type="hidden" name="ve" value="kiem-tra" /> : null;
}

/** Both ways on one page, and the agency chosen before. */
export function WherePage({
  groups,
  chosen,
  typed,
  ...common
}: Common & {
  groups: readonly AgencyGroup[];
  chosen: { id: string; name: string } | undefined;
  typed: string;
}) {
  const { journey, errors = [], csrf } = common;
  const { where: say, agree } = words(common.req.lang);
  const errorAt = (id: string) => errors.find((line) => line.href === `#${id}`)?.say;
  const back = journey.fromCheck ? backTo(journey, 'kiem-tra') : '/thu-tuc';
  return (
    <StepPage {...common} title={say.title} step={StepNumber.where} back={back}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      {chosen && (
        <Form method="post">
          <CsrfField token={csrf} />
          <input type="hidden" name="co-quan" value={chosen.id} />
          <InsetText>
            <Naming>{say.chosen(chosen.name)}</Naming>
          </InsetText>
          <Button preventDoubleClick>{agree}</Button>
          <h2 class="govuk-heading-m">{say.other}</h2>
        </Form>
      )}
      <Form method="get">
        <Keep journey={journey} />
        <Input
          label={{ say: say.type, classes: 'govuk-label--m' }}
          hint={say.typeHint}
          name="tim"
          id={PLACE_ID}
          value={typed}
          error={errorAt(PLACE_ID)}
          autocomplete="off"
        />
        <Button kind={chosen ? 'secondary' : undefined}>{say.find}</Button>
      </Form>
      <Form method="get">
        <Keep journey={journey} />
        <h2 class="govuk-heading-m">{say.listTitle}</h2>
        <Select
          label={say.parent}
          hint={say.parentHint}
          name="cap"
          id={PARENT_ID}
          error={errorAt(PARENT_ID)}
          value={groups.length === 1 ? groups[0]?.parent.id : undefined}
          items={[
            { value: '', text: say.choose },
            ...groups.map(({ parent }) => ({
              value: parent.id,
              text: parent.name,
              ...vietnameseOption(common.req.lang),
            })),
          ]}
        />
        <Button kind="secondary">{say.go}</Button>
      </Form>
    </StepPage>
  );
}

/** Second page of the list: the communes under the agency chosen first. */
export function OfficesPage({
  group,
  chosen,
  ...common
}: Common & { group: AgencyGroup; chosen: string | undefined }) {
  const { journey, errors = [], csrf } = common;
  const { where: say, agree } = words(common.req.lang);
  const onlyCommunes = group.offices.every((office) => office.level === 'commune');
  const label = onlyCommunes ? say.commune : say.office;
  return (
    <StepPage {...common} title={label} step={StepNumber.where} back={pathWithin(journey, 'noi-nop')}>
      <Form method="post">
        <CsrfField token={csrf} />
        <h1 class="govuk-heading-l">{label}</h1>
        <Select
          label={naming(common.req.lang, say.under(group.parent.name))}
          name="co-quan"
          id={OFFICE_ID}
          error={errors[0]?.say}
          value={chosen}
          items={[
            { value: '', text: say.choose },
            ...group.offices.map((office) => ({
              value: office.id,
              text: onlyCommunes ? office.name.replace(/^UBND /u, '') : office.name,
              ...vietnameseOption(common.req.lang),
            })),
          ]}
        />
        <Button preventDoubleClick>{agree}</Button>
      </Form>
    </StepPage>
  );
}

/** What the typed place may mean; an old name says by which resolution it changed. */
export function FoundPage({ q, found, ...common }: Common & { q: string; found: readonly FoundOffice[] }) {
  const { journey, errors = [], csrf } = common;
  const { where: say, agree } = words(common.req.lang);
  const { lang } = common.req;
  const only = found.length === 1 ? found[0]?.agency.id : undefined;
  return (
    <StepPage
      {...common}
      title={say.foundTitle(q)}
      step={StepNumber.where}
      back={pathWithin(journey, 'noi-nop')}
    >
      <Form method="post">
        <CsrfField token={csrf} />
        <Radios
          legend={{
            say: naming(lang, say.foundTitle(q)),
            classes: 'govuk-fieldset__legend--l',
            heading: true,
          }}
          name="co-quan"
          idPrefix={OFFICE_ID}
          value={only}
          error={errors[0]?.say}
          items={found.map(({ agency, found: place }) => ({
            value: agency.id,
            say: <Vi>{agency.name}</Vi>,
            hint: lang === 'vi' ? place.sentence : placeNote(place, say.former),
          }))}
        />
        <Button preventDoubleClick>{agree}</Button>
        <p class="govuk-body">
          <a class="govuk-link" href={pathWithin(journey, 'noi-nop')}>
            {say.other}
          </a>
        </p>
      </Form>
    </StepPage>
  );
}

/** A place of today by its path; an old one with what it is called now, and by which resolution. */
function placeNote(
  { old, path, sentence, today, basis }: FoundOffice['found'],
  former: (path: string, now: readonly string[], law: readonly string[]) => string,
) {
  if (!old) return <Vi>{sentence}</Vi>;
  return (
    <Naming>
      {former(
        path,
        today.map((unit) => unit.fullName),
        basis,
      )}
    </Naming>
  );
}
