// The list: words and filters in one form, and each procedure with what decides whether to open it.
import { type FieldCount, type Found, levelWords, type Procedure } from '../../../modules/catalogue/index.ts';
import {
  Button,
  Details,
  EmptyState,
  Input,
  InsetText,
  Page,
  Pagination,
  Select,
  type Shell,
  Tag,
} from '../../../ui/index.ts';
import { type Asked, addressOf, PAGE_SIZE } from './input.ts';
import { vi } from './words.vi.ts';

export interface FindPageProps {
  shell: Shell;
  asked: Asked;
  found: Found;
  fields: readonly FieldCount[];
  /** Districts exist on this day. */
  threeTiers: boolean;
}

export function FindPage({ shell, asked, found, fields, threeTiers }: FindPageProps) {
  const pages = Math.ceil(found.total / PAGE_SIZE);
  return (
    <Page {...shell} title={asked.q ? `${asked.q} – ${vi.title}` : vi.title}>
      <h1 class="govuk-heading-l">{vi.title}</h1>
      <Filters asked={asked} fields={fields} threeTiers={threeTiers} />
      {asked.level === 'district' && !threeTiers && <InsetText>{vi.districtNote}</InsetText>}
      <div role="status">
        <h2 class="govuk-heading-m">
          {vi.found(found.total)}
          {asked.q && vi.foundFor(asked.q)}
        </h2>
      </div>
      {found.total === 0 && (
        <EmptyState say={vi.none}>
          <p class="govuk-body">{vi.noneHint}</p>
        </EmptyState>
      )}
      {found.hits.map(({ procedure, why }) => (
        <Hit key={procedure.id} procedure={procedure} why={why} day={asked.date.toString()} />
      ))}
      {pages > 1 && (
        <Pagination
          {...(asked.page > 1 && { previous: { href: addressOf(asked, asked.page - 1), say: vi.previous } })}
          {...(asked.page < pages && { next: { href: addressOf(asked, asked.page + 1), say: vi.next } })}
        />
      )}
    </Page>
  );
}

function Filters({
  asked,
  fields,
  threeTiers,
}: {
  asked: Asked;
  fields: readonly FieldCount[];
  threeTiers: boolean;
}) {
  const levels = ['commune', 'district', 'province', 'ministry'].map((value) => ({
    value,
    text: value === 'district' && !threeTiers ? vi.districtGone : (vi.levels[value] ?? value),
  }));
  const more = asked.field !== undefined || asked.audience !== undefined || asked.serviceLevel !== undefined;
  return (
    <search>
      <form action="/thu-tuc" method="get" class="mc-filters">
        <Input
          label={vi.search}
          hint={vi.searchHint}
          name="q"
          id="q"
          type="search"
          value={asked.q}
          autocomplete="off"
        />
        <Select
          label={vi.level}
          name="cap"
          id="cap"
          value={asked.level ?? ''}
          items={[{ value: '', text: vi.anyLevel }, ...levels]}
        />
        <Details summary={vi.moreFilters} open={more}>
          <Select
            label={vi.field}
            name="linh-vuc"
            id="linh-vuc"
            value={asked.field ?? ''}
            items={[
              { value: '', text: vi.anyField },
              ...fields.map(({ name, count }) => ({ value: name, text: `${name} (${count})` })),
            ]}
          />
          <Select
            label={vi.audience}
            name="doi-tuong"
            id="doi-tuong"
            value={asked.audience ?? ''}
            items={[
              { value: '', text: vi.anyAudience },
              ...Object.entries(vi.audiences).map(([value, text]) => ({ value, text })),
            ]}
          />
          <Select
            label={vi.serviceLevel}
            name="muc-do"
            id="muc-do"
            value={String(asked.serviceLevel ?? '')}
            items={[
              { value: '', text: vi.anyServiceLevel },
              ...[4, 3, 2, 1].map((level) => ({ value: String(level), text: vi.serviceLevelName(level) })),
            ]}
          />
        </Details>
        <Button>{vi.button}</Button>
      </form>
    </search>
  );
}

function Hit({ procedure, why, day }: { procedure: Procedure; why: string; day: string }) {
  const href = `/thu-tuc/${procedure.slug}`;
  return (
    <article class="mc-card">
      <h3 class="mc-card__name">
        <a class="govuk-link" href={href}>
          {procedure.name}
        </a>
      </h3>
      <p class="govuk-body-s">
        <span class="mc-number">{procedure.code ?? ''}</span>{' '}
        {procedure.levels.map((level) => vi.levels[level]).join(', ')} · {procedure.field} ·{' '}
        {procedure.periodText}
      </p>
      <p class="govuk-body-s">
        <Tag classes="mc-tag--line">{levelWords(procedure.serviceLevel, procedure.inPerson, day)}</Tag>
      </p>
      {why && (
        <p class="govuk-body-s mc-muted">
          {vi.why} {why}
        </p>
      )}
      {procedure.serviceLevel >= 3 && (
        <Button href={`/nop-ho-so?thu-tuc=${encodeURIComponent(procedure.slug)}`} kind="secondary">
          {vi.submit}
          <span class="govuk-visually-hidden"> {procedure.name}</span>
        </Button>
      )}
    </article>
  );
}
