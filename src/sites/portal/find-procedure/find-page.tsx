// The list: words and filters in one form, and each procedure with what decides whether to open it.
import { type FieldCount, type Found, levelWords, type Procedure } from '../../../modules/catalogue/index.ts';
import {
  Button,
  Details,
  EmptyState,
  Input,
  InsetText,
  Naming,
  Page,
  Pagination,
  Select,
  type Shell,
  Tag,
  useLang,
  Vi,
  vietnameseOption,
} from '../../../ui/index.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { PeriodText } from '../period-text.tsx';
import { type Asked, addressOf, LONG_QUESTION, PAGE_SIZE } from './input.ts';
import { named, words } from './words.ts';

export interface FindPageProps {
  shell: Shell;
  asked: Asked;
  found: Found;
  fields: readonly FieldCount[];
  /** Districts exist on this day. */
  threeTiers: boolean;
}

export function FindPage({ shell, asked, found, fields, threeTiers }: FindPageProps) {
  const say = words(shell.lang);
  const nothingYet = fields.length === 0;
  const pages = Math.ceil(found.total / PAGE_SIZE);
  return (
    <Page {...shell} title={asked.q ? say.titleFor(asked.q) : say.title} description={say.about}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      {nothingYet && <NothingYet />}
      {!nothingYet && <Filters asked={asked} fields={fields} threeTiers={threeTiers} />}
      {asked.q.length > LONG_QUESTION && <InsetText>{say.long}</InsetText>}
      {asked.level === 'district' && !threeTiers && <InsetText>{say.districtNote}</InsetText>}
      {!nothingYet && (
        <div role="status">
          <h2 class="govuk-heading-m">
            {say.found(found.total)}
            {asked.q && <Naming>{say.foundFor(asked.q)}</Naming>}
          </h2>
        </div>
      )}
      {!nothingYet && found.total === 0 && (
        <EmptyState say={say.none}>
          <p class="govuk-body">{say.noneHint}</p>
        </EmptyState>
      )}
      {found.hits.map(({ procedure, why }) => (
        <Hit key={procedure.id} procedure={procedure} why={why} day={asked.date.toString()} />
      ))}
      {pages > 1 && (
        <Pagination
          {...(asked.page > 1 && { previous: { href: addressOf(asked, asked.page - 1), say: say.previous } })}
          {...(asked.page < pages && { next: { href: addressOf(asked, asked.page + 1), say: say.next } })}
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
  const lang = useLang();
  const say = words(lang);
  const levels = ['commune', 'district', 'province', 'ministry'].map((value) => ({
    value,
    text: value === 'district' && !threeTiers ? say.districtGone : named(say.levels, value),
  }));
  const more = asked.field !== undefined || asked.audience !== undefined || asked.serviceLevel !== undefined;
  return (
    <search>
      <form action="/thu-tuc" method="get" class="mc-filters">
        <Input
          label={say.search}
          hint={say.searchHint}
          name="q"
          id="q"
          type="search"
          value={asked.q}
          autocomplete="off"
        />
        <Select
          label={say.level}
          name="cap"
          id="cap"
          value={asked.level ?? ''}
          items={[{ value: '', text: say.anyLevel }, ...levels]}
        />
        <Details summary={say.moreFilters} open={more}>
          <Select
            label={say.field}
            name="linh-vuc"
            id="linh-vuc"
            value={asked.field ?? ''}
            items={[
              { value: '', text: say.anyField },
              ...fields.map(({ name, count }) => ({
                value: name,
                text: `${name} (${count})`,
                ...vietnameseOption(lang),
              })),
            ]}
          />
          <Select
            label={say.audience}
            name="doi-tuong"
            id="doi-tuong"
            value={asked.audience ?? ''}
            items={[
              { value: '', text: say.anyAudience },
              ...Object.entries(say.audiences).map(([value, text]) => ({ value, text })),
            ]}
          />
          <Select
            label={say.serviceLevel}
            name="muc-do"
            id="muc-do"
            value={String(asked.serviceLevel ?? '')}
            items={[
              { value: '', text: say.anyServiceLevel },
              ...[4, 3, 2, 1].map((level) => ({ value: String(level), text: say.serviceLevelName(level) })),
            ]}
          />
        </Details>
        <Button>{say.button}</Button>
      </form>
    </search>
  );
}

function Hit({ procedure, why, day }: { procedure: Procedure; why: string; day: string }) {
  const lang = useLang();
  const say = words(lang);
  const href = `/thu-tuc/${procedure.slug}`;
  return (
    <article class="mc-card">
      <h3 class="mc-card__name">
        <a class="govuk-link" href={href}>
          <Vi>{procedure.name}</Vi>
        </a>
      </h3>
      <p class="govuk-body-s">
        <span class="mc-number">{procedure.code ?? ''}</span>{' '}
        {procedure.levels.map((level) => named(say.levels, level)).join(', ')} · <Vi>{procedure.field}</Vi> ·{' '}
        <PeriodText procedure={procedure} />
      </p>
      <p class="govuk-body-s">
        <Tag classes="mc-tag--line">{levelWords(lang, procedure.serviceLevel, procedure.inPerson, day)}</Tag>
      </p>
      {why && (
        <p class="govuk-body-s mc-muted">
          {say.why} <Naming>{why}</Naming>
        </p>
      )}
      {procedure.serviceLevel >= 3 && (
        <Button href={`/nop-ho-so?thu-tuc=${encodeURIComponent(procedure.slug)}`} kind="secondary">
          {say.submit}
          <span class="govuk-visually-hidden">
            {' '}
            <Vi>{procedure.name}</Vi>
          </span>
        </Button>
      )}
    </article>
  );
}
