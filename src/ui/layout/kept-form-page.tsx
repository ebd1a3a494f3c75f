// What was typed is still there: one press sends it where it was going.
import { Button } from '../components/button/button.tsx';
import { words } from '../words/index.ts';
import { Page } from './page.tsx';
import type { Shell } from './shell.ts';

export interface KeptFormPageProps {
  shell: Shell;
  /** Where it was going, and every field but the token. */
  action: string;
  fields: readonly (readonly [name: string, value: string])[];
  /** The page it was filled in on. */
  back: string;
  why: 'signed-in-again' | 'old-page';
  csrf: string;
}

/** After signing in again, or of an old tab in a new sign-in. */
export function KeptFormPage({ shell, action, fields, back, why, csrf }: KeptFormPageProps) {
  const say = words(shell.lang).pages.keptForm;
  return (
    <Page {...shell} title={say.title[why]} width="form">
      <h1 class="govuk-heading-l">{say.title[why]}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      {shell.actor && <p class="govuk-body">{say.as(shell.actor.name)}</p>}
      <form method="post" action={action}>
        <input type="hidden" name="_csrf" value={csrf} />
        {fields.map(([name, value], at) => (
          <input key={`${at}:${name}`} type="hidden" name={name} value={value} />
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>{say.send}</Button>
          <a class="govuk-link" href={back}>
            {say.back}
          </a>
        </div>
      </form>
    </Page>
  );
}
