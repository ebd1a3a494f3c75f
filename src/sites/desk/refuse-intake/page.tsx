// Not accepted: a reason a person can act on, its legal basis, what to do instead.
import { moneyHeld } from '../../../flows/settle-bill.ts';
import { formatMoney } from '../../../rules/kernel/index.ts';
import { Button, Input, InsetText, Textarea, WarningText } from '../../../ui/index.ts';
import { ActForm, ActFrame, errorLinks, errorsAt, ReadyTexts } from '../act-form.tsx';
import type { ActView } from '../act-page.tsx';
import type { Letter } from './input.ts';
import { readyReasons, vi } from './words.vi.ts';

export function RefusePage({ shell, sheet, typed, faults }: ActView<Letter>) {
  const given = moneyHeld(sheet.account);
  const { dossier } = sheet;
  const errorOf = errorsAt(faults);
  return (
    <ActFrame {...{ shell, sheet }} title={vi.title} errors={errorLinks(faults, 'reason')}>
      <WarningText>{vi.caution}</WarningText>
      {given > 0 && <InsetText>{vi.given(formatMoney(given))}</InsetText>}
      <p class="govuk-body">
        <a class="govuk-link" href={`/ho-so/${dossier.id}/bo-sung`}>
          {vi.ask}
        </a>
      </p>
      <ActForm {...{ shell, sheet }} enter={vi.refuse}>
        <ReadyTexts title={vi.ready} texts={readyReasons} />
        <Textarea
          label={vi.reason}
          hint={vi.reasonHint}
          name="reason"
          rows={4}
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
        <Textarea label={vi.advice} name="advice" rows={3} value={typed.advice} error={errorOf('advice')} />
        <div class="govuk-button-group">
          <Button kind="warning" preventDoubleClick>
            {vi.refuse}
          </Button>
          <Button kind="secondary" attributes={{ formaction: '?xem=1', formtarget: '_blank' }}>
            {vi.preview}
          </Button>
        </div>
      </ActForm>
    </ActFrame>
  );
}
