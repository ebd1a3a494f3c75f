// My dossiers: drafts to go on with, and cards of what was sent.
import type { Draft } from '../../../modules/dossiers/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import {
  Button,
  CsrfField,
  DossierCard,
  EmptyState,
  NotificationBanner,
  Page,
  type Said,
  type Shell,
  type StateCode,
  Vi,
} from '../../../ui/index.ts';
import { type Say, stepWords } from './step-words.ts';
import { words } from './words.ts';

export interface ListedDossier {
  id: string;
  name: string;
  number: string | null;
  requestCode: string;
  state: StateCode;
  due: Temporal.Instant | null;
  /** Why it is due then; absent where the list does not know. */
  why: Said | undefined;
  late: boolean;
  ended: boolean;
  back: boolean;
  feeDue: boolean;
}

/** Drafts first, then what was sent, latest first; `older` leads to the page before. */
export function MyDossiersPage({
  shell,
  drafts,
  dossiers,
  older,
  said,
}: {
  shell: Shell;
  drafts: { draft: Draft; name: string }[];
  dossiers: ListedDossier[];
  older: string | null;
  said?: string;
}) {
  const { lang } = shell;
  const say = words(lang);
  return (
    <Page {...shell} title={say.title}>
      {said && <NotificationBanner success say={said} />}
      <h1 class="govuk-heading-l">{say.title}</h1>
      {drafts.length > 0 && <h2 class="govuk-heading-m">{say.drafts}</h2>}
      {drafts.map(({ draft, name }) => (
        <article class="mc-card" key={draft.id}>
          <h3 class="mc-card__name">
            <Vi>{name}</Vi>
          </h3>
          <p class="govuk-body">{say.draftSaved(formatInstant(draft.updatedAt, lang))}</p>
          <div class="govuk-button-group">
            <Button href={`/nop-ho-so/${draft.id}`}>
              {say.resume}
              <span class="govuk-visually-hidden">
                {' '}
                <Vi>{name}</Vi>
              </span>
            </Button>
            <form method="post" action={`/nop-ho-so/${draft.id}/xoa`}>
              <CsrfField token={shell.csrf ?? ''} />
              <Button kind="secondary">{say.discard}</Button>
            </form>
          </div>
        </article>
      ))}
      {drafts.length > 0 && <h2 class="govuk-heading-m">{say.sent}</h2>}
      {dossiers.length === 0 && (
        <EmptyState say={say.none}>
          <p class="govuk-body">{say.noneHint}</p>
          <Button href="/thu-tuc">{say.find}</Button>
        </EmptyState>
      )}
      {dossiers.map((dossier) => (
        <DossierCard
          key={dossier.id}
          name={<Vi>{dossier.name}</Vi>}
          code={dossier}
          href={`/ho-so/${dossier.id}`}
          state={dossier.state}
          late={dossier.late}
          ended={dossier.ended}
          back={dossier.back}
          due={dossier.due ? formatInstant(dossier.due, lang) : undefined}
          why={dossier.why}
          {...stepWords(say, dossier.state)}
          action={actionOf(dossier, say)}
          headingLevel={drafts.length > 0 ? 3 : 2}
        />
      ))}
      {older && (
        <p class="govuk-body">
          <a class="govuk-link" href={older}>
            {say.older}
          </a>
        </p>
      )}
    </Page>
  );
}

function actionOf(dossier: ListedDossier, say: Say): { href: string; say: string } | undefined {
  if (dossier.state === 5) return { href: `/ho-so/${dossier.id}/bo-sung`, say: say.answer };
  if (dossier.feeDue) return { href: `/ho-so/${dossier.id}/thanh-toan`, say: say.pay };
  return undefined;
}
