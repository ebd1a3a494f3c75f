// What was typed is still there, in the page itself: one press sends it once more.
import { Button } from '../components/button/button.tsx';
import { useWords } from '../words/index.ts';

export interface Unsent {
  /** Where it was going. */
  readonly action: string;
  /** Every field, its token among them. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The page it was filled in on. */
  readonly back?: string;
  /** Nothing of it has been done: otherwise nobody knows. */
  readonly sure: boolean;
  /** What is not given back: files have to be chosen again, secrets typed again. */
  readonly without: 'files' | 'secrets' | null;
}

/** What became of a form, and the button that sends it again. */
export function UnsentForm({ action, fields, back, sure, without }: Unsent) {
  const say = useWords().pages.unsent;
  if (without === 'files')
    return (
      <>
        <p class="govuk-body-l">{sure ? say.noFiles : say.filesUnknown}</p>
        {back && (
          <Button href={back} kind="secondary">
            {say.chooseAgain}
          </Button>
        )}
      </>
    );
  return (
    <>
      <p class="govuk-body-l">{sure ? say.nothing : say.unknown}</p>
      {without === 'secrets' && <p class="govuk-body">{say.secrets}</p>}
      <form method="post" action={action}>
        {fields.map(([name, value], at) => (
          <input key={`${at}:${name}`} type="hidden" name={name} value={value} />
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>{say.send}</Button>
          {back && (
            <a class="govuk-link" href={back}>
              {say.back}
            </a>
          )}
        </div>
      </form>
    </>
  );
}
