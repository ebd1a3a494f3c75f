// A waiver in writing: how much, why, by which law.
import { Button, CsrfField, Input, Page, Textarea, WarningText } from '../../../ui/index.ts';
import { type ActView, errorLinks } from '../act-page.tsx';
import { DossierLine } from '../dossier-line.tsx';
import { FeeOwed } from '../fee-owed.tsx';
import { sayRefusal } from '../say-refusal.ts';
import type { Waiver } from './input.ts';
import { grounds, vi } from './words.vi.ts';

export function ExemptFeePage({ shell, sheet, typed, faults }: ActView<Waiver>) {
  const { dossier } = sheet;
  const errorOf = (field: string) => {
    const fault = faults.find((one) => one.field === field);
    return fault && sayRefusal(fault);
  };
  return (
    <Page
      {...shell}
      title={vi.title}
      width="form"
      backLink={`/ho-so/${dossier.id}`}
      errors={errorLinks(faults, sayRefusal, 'reason')}
    >
      <h1 class="govuk-heading-l">{vi.title}</h1>
      <DossierLine sheet={sheet} />
      <FeeOwed sheet={sheet} />
      <WarningText>{vi.caution}</WarningText>
      <form method="post" noValidate>
        <CsrfField token={shell.csrf ?? ''} />
        <input type="hidden" name="version" value={dossier.version} />
        {/* Enter in a box sends the form by its first button; it must not be a ready ground's. */}
        <button class="govuk-visually-hidden" type="submit" tabIndex={-1} aria-hidden="true">
          {vi.waive}
        </button>
        <p class="govuk-body govuk-!-margin-bottom-1">{vi.ready}:</p>
        <ul class="govuk-list mc-pane-links">
          {grounds.map((ground, at) => (
            <li key={ground.name}>
              <button class="mc-plain-button" type="submit" name="mau" value={at}>
                {ground.name}
              </button>
            </li>
          ))}
        </ul>
        <Textarea
          label={vi.reason}
          hint={vi.reasonHint}
          name="reason"
          rows={3}
          value={typed.reason}
          error={errorOf('reason')}
        />
        <Input
          label={vi.basis}
          hint={vi.basisHint}
          name="legalBasis"
          value={typed.legalBasis}
          error={errorOf('legalBasis')}
          autocomplete="off"
        />
        <Button preventDoubleClick>{vi.waive}</Button>
      </form>
    </Page>
  );
}
