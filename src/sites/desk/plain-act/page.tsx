// An act that wants a reason: which dossier, why, one button.
import { ACT_WORDS, type ActName } from '../../../rules/lifecycle/index.ts';
import { Button, Textarea } from '../../../ui/index.ts';
import { ActForm, ActFrame, errorLinks } from '../act-form.tsx';
import type { ActView } from '../act-page.tsx';
import { Proposals } from '../dossier-history.tsx';
import { sayRefusal } from '../say-refusal.ts';

export function ReasonPage({
  act,
  shell,
  sheet,
  typed,
  faults,
}: ActView<{ readonly why: string }> & { act: ActName }) {
  const { say, why } = ACT_WORDS.vi[act];
  const fault = faults[0];
  return (
    <ActFrame {...{ shell, sheet }} title={say} errors={errorLinks(faults, 'why')}>
      <Proposals sheet={sheet} level={1} />
      <ActForm {...{ shell, sheet }}>
        <Textarea
          label={{ say: why?.label ?? say, classes: 'govuk-label--m' }}
          hint={why?.hint}
          name="why"
          rows={4}
          value={typed.why}
          error={fault && sayRefusal(fault)}
        />
        <Button preventDoubleClick>{say}</Button>
      </ActForm>
    </ActFrame>
  );
}
