// The request, item by item: what is wrong, what to do, what has been done; then the note and "Gửi bổ sung".

import type { FileKind } from '../../../modules/files/index.ts';
import { TOKEN_FIELD } from '../../../platform/http/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import {
  Button,
  CsrfField,
  type ErrorLine,
  Form,
  InsetText,
  Page,
  type Shell,
  SummaryList,
  Textarea,
  useLang,
  Vi,
} from '../../../ui/index.ts';
import { FileRows, UploadForm } from '../uploads.tsx';
import { type Asked, type AskedItem, isChanged, pageAsking } from './open-supplement.ts';
import { words } from './words.ts';

export const NOTE_ID = 'loi-nhan';
export const itemId = (item: Pick<AskedItem, 'id'>) => `muc-${item.id}`;

export interface SupplementPageProps {
  shell: Shell;
  asked: Asked;
  procedure: string;
  due: { before: string; after: string } | undefined;
  note: string;
  errors: readonly ErrorLine[];
}

export function SupplementPage({ shell, asked, procedure, due, note, errors }: SupplementPageProps) {
  const { dossier, supplement } = asked;
  const say = words(shell.lang);
  const since = formatInstant(supplement.askedAt, shell.lang);
  return (
    <Page {...shell} title={say.title} backLink={`/ho-so/${dossier.id}`} errors={errors} width="form">
      <p class="govuk-body mc-muted">
        <Vi>{procedure}</Vi>.{' '}
        {dossier.number ? say.number(dossier.number) : say.requestCode(dossier.requestCode)}
      </p>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body">
        {say.asked(since)}{' '}
        {supplement.reason && (
          <>
            {say.reason} <Vi>{supplement.reason}</Vi>
          </>
        )}
      </p>
      <InsetText>
        <p class="govuk-body">{due ? say.clock.stands(since) : say.clock.notBegun}</p>
        {due && <p class="govuk-body">{say.clock.preview(due.before, due.after)}</p>}
      </InsetText>
      <h2 class="govuk-heading-m">{say.items(supplement.items.length)}</h2>
      {supplement.items.map((item, index) => (
        <Item key={item.id} item={item} number={index + 1} asked={asked} />
      ))}
      <Form method="post">
        <CsrfField token={shell.csrf} />
        <input type="hidden" name="version" value={dossier.version} />
        <Textarea
          label={{ say: say.note, classes: 'govuk-label--m' }}
          hint={say.noteHint}
          name="loi-nhan"
          id={NOTE_ID}
          rows={3}
          value={note}
          error={errors.find((line) => line.href === `#${NOTE_ID}`)?.say}
        />
        <Button preventDoubleClick>{say.send}</Button>
      </Form>
    </Page>
  );
}

function Item({ item, number, asked }: { item: AskedItem; number: number; asked: Asked }) {
  const { dossier, supplement, form } = asked;
  const say = words(useLang());
  const base = `/ho-so/${dossier.id}/bo-sung`;
  const isPaper = item.kind === 'component';
  const page = isPaper ? undefined : pageAsking(form, item.subject);
  const files = supplement.files.filter((file) => file.component === item.subject);
  const state = isPaper
    ? files.length > 0
      ? say.files(files.length)
      : say.noFiles
    : fieldState(asked, item, say);
  return (
    <section class="mc-card" id={itemId(item)} aria-labelledby={`${itemId(item)}-ten`}>
      <h3 class="mc-card__name" id={`${itemId(item)}-ten`}>
        {number}. <Vi>{item.name}</Vi>
      </h3>
      <SummaryList
        rows={[
          { key: say.wrong, value: <Vi>{item.wrong}</Vi> },
          { key: say.todo, value: <Vi>{item.todo}</Vi> },
          { key: say.state, value: state },
        ]}
      />
      {isPaper && <Act href={`${base}/giay-to/${item.id}`} say={say.upload} name={item.name} />}
      {page && <Act href={`${base}/thong-tin/${page}`} say={say.fix} name={item.name} />}
      {!isPaper && !page && <p class="govuk-body">{say.noField}</p>}
    </section>
  );
}

function fieldState(asked: Asked, item: AskedItem, say: ReturnType<typeof words>): string {
  if (isChanged(asked, item.subject)) return say.changed;
  return asked.supplement.answers === null ? say.unchanged : say.same;
}

function Act({ href, say, name }: { href: string; say: string; name: string }) {
  return (
    <Button href={href} kind="secondary">
      {say}
      <span class="govuk-visually-hidden">
        {' '}
        <Vi>{name}</Vi>
      </span>
    </Button>
  );
}

export interface PaperPageProps {
  shell: Shell;
  asked: Asked;
  item: AskedItem;
  accept: readonly FileKind[];
  errors: readonly ErrorLine[];
}

/** One paper: what is wrong with it, the new files, and the question for one more. */
export function PaperPage({ shell, asked, item, accept, errors }: PaperPageProps) {
  const say = words(shell.lang);
  const base = `/ho-so/${asked.dossier.id}/bo-sung`;
  const files = asked.supplement.files.filter((file) => file.component === item.subject);
  const csrf = shell.csrf ?? '';
  const path = `${base}/giay-to/${item.id}`;
  return (
    <Page {...shell} title={item.name} titleLang="vi" backLink={base} errors={errors} width="form">
      <h1 class="govuk-heading-l">
        <Vi>{item.name}</Vi>
      </h1>
      <SummaryList
        rows={[
          { key: say.wrong, value: <Vi>{item.wrong}</Vi> },
          { key: say.todo, value: <Vi>{item.todo}</Vi> },
        ]}
      />
      {files.length > 0 && (
        <>
          <FileRows files={files} csrf={csrf} removeAction={`${path}/bo`} />
          <Button href={`${base}#${itemId(item)}`}>{say.done}</Button>
        </>
      )}
      <UploadForm
        action={`${path}?${TOKEN_FIELD}=${encodeURIComponent(csrf)}`}
        accept={accept}
        errors={errors}
        another={files.length > 0}
      />
    </Page>
  );
}
