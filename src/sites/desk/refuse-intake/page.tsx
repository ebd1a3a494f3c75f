// Not accepted: a reason a person can act on, its legal basis, what to do instead.
import type { Refusal } from '../../../rules/kernel/index.ts';
import { Button, CsrfField, Input, Page, type Shell, Textarea, WarningText } from '../../../ui/index.ts';
import { DossierLine } from '../dossier-line.tsx';
import { sayRefusal } from '../say-refusal.ts';
import type { Sheet } from '../sheet.ts';
import type { Letter } from './input.ts';
import { readyReasons, vi } from './words.vi.ts';

export function RefusePage({
  shell,
  sheet,
  letter,
  refusal,
}: {
  shell: Shell;
  sheet: Sheet;
  letter: Letter;
  refusal?: Refusal;
}) {
  const { dossier } = sheet;
  const errorOf = (field: string) => (refusal?.field === field ? sayRefusal(refusal) : undefined);
  return (
    <Page
      {...shell}
      title={vi.title}
      width="form"
      backLink={`/ho-so/${dossier.id}`}
      errors={refusal ? [{ say: sayRefusal(refusal), href: `#${refusal.field ?? 'reason'}` }] : []}
    >
      <h1 class="govuk-heading-l">{vi.title}</h1>
      <DossierLine sheet={sheet} />
      <WarningText>{vi.caution}</WarningText>
      <p class="govuk-body">
        <a class="govuk-link" href={`/ho-so/${dossier.id}/bo-sung`}>
          {vi.ask}
        </a>
      </p>
      <form method="post" noValidate>
        <CsrfField token={shell.csrf ?? ''} />
        <input type="hidden" name="version" value={dossier.version} />
        {/* Enter in a box sends the form by its first button; it must not be a ready reason's. */}
        <button class="govuk-visually-hidden" type="submit" tabIndex={-1} aria-hidden="true">
          {vi.refuse}
        </button>
        <p class="govuk-body govuk-!-margin-bottom-1">{vi.ready}:</p>
        <ul class="govuk-list mc-pane-links">
          {readyReasons.map((ready, at) => (
            <li key={ready.name}>
              <button class="mc-plain-button" type="submit" name="mau" value={at}>
                {ready.name}
              </button>
            </li>
          ))}
        </ul>
        <Textarea
          label={vi.reason}
          hint={vi.reasonHint}
          name="reason"
          rows={4}
          value={letter.reason}
          error={errorOf('reason')}
        />
        <Input
          label={vi.basis}
          hint={vi.basisHint}
          name="legalBasis"
          value={letter.legalBasis}
          error={errorOf('legalBasis')}
          autocomplete="off"
        />
        <Textarea label={vi.advice} name="advice" rows={3} value={letter.advice} error={errorOf('advice')} />
        <div class="govuk-button-group">
          <Button kind="warning" preventDoubleClick>
            {vi.refuse}
          </Button>
          <Button kind="secondary" attributes={{ formaction: '?xem=1', formtarget: '_blank' }}>
            {vi.preview}
          </Button>
        </div>
      </form>
    </Page>
  );
}
