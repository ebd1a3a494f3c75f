// An act that wants a reason: which dossier, why, one button.
import { ACT_WORDS, type ActName } from '../../../rules/lifecycle/index.ts';
import { Button, CsrfField, Page, Textarea } from '../../../ui/index.ts';
import { type ActView, errorLinks } from '../act-page.tsx';
import { Proposals } from '../dossier-history.tsx';
import { DossierLine } from '../dossier-line.tsx';
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
    <Page
      {...shell}
      title={say}
      width="form"
      backLink={`/ho-so/${sheet.dossier.id}`}
      errors={errorLinks(faults, sayRefusal, 'why')}
    >
      <h1 class="govuk-heading-l">{say}</h1>
      <DossierLine sheet={sheet} />
      <Proposals sheet={sheet} level={1} />
      <form method="post" noValidate>
        <CsrfField token={shell.csrf ?? ''} />
        <input type="hidden" name="version" value={sheet.dossier.version} />
        <Textarea
          label={{ say: why?.label ?? say, classes: 'govuk-label--m' }}
          hint={why?.hint}
          name="why"
          rows={4}
          value={typed.why}
          error={fault && sayRefusal(fault)}
        />
        <Button preventDoubleClick>{say}</Button>
      </form>
    </Page>
  );
}
