// A waiver in writing: how much, why, by which law.
import { Button, Input, Textarea, WarningText } from '../../../ui/index.ts';
import { ActForm, ActFrame, errorLinks, errorsAt, ReadyTexts } from '../act-form.tsx';
import type { ActView } from '../act-page.tsx';
import { FeeOwed } from '../fee-owed.tsx';
import type { Waiver } from './input.ts';
import { grounds, vi } from './words.vi.ts';

export function ExemptFeePage({ shell, sheet, typed, faults }: ActView<Waiver>) {
  const errorOf = errorsAt(faults);
  return (
    <ActFrame {...{ shell, sheet }} title={vi.title} errors={errorLinks(faults, 'reason')}>
      <FeeOwed sheet={sheet} />
      <WarningText>{vi.caution}</WarningText>
      <ActForm {...{ shell, sheet }} enter={vi.waive}>
        <ReadyTexts title={vi.ready} texts={grounds} />
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
      </ActForm>
    </ActFrame>
  );
}
