// The first page: one search box, what people come for most, and why it is worth not walking to the office.
import { Button, Details, Page, SearchBox, type Shell, Vi } from '../../../ui/index.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { words } from './words.ts';

export interface Shortcut {
  href: string;
  /** Of a procedure. */
  name: string;
}

export function HomePage({
  shell,
  nothingYet,
  shortcuts,
  accountUrl,
}: {
  shell: Shell;
  /** No procedure has been loaded. */
  nothingYet: boolean;
  shortcuts: readonly Shortcut[];
  accountUrl: string;
}) {
  const say = words(shell.lang);
  return (
    <Page {...shell} title={say.title} description={say.lead}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      {nothingYet ? <NothingYet /> : <SearchBox action="/thu-tuc" label={say.search} large />}
      {shortcuts.length > 0 && <h2 class="govuk-heading-m">{say.common}</h2>}
      <ul class="govuk-list">
        {shortcuts.map(({ href, name }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              <Vi>{name}</Vi>
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{say.how}</h2>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {say.steps.map(({ what, how }) => (
          <li key={what}>
            <strong>{what}</strong> {how}
          </li>
        ))}
      </ol>
      {!shell.actor && (
        <div class="govuk-button-group">
          <Button href={`${accountUrl}/dang-ky`}>{say.register}</Button>
          <Button href="/dang-nhap" kind="secondary">
            {say.signIn}
          </Button>
        </div>
      )}
      <Details summary={say.near}>{say.nearBody}</Details>
      <Details summary={say.noPhone}>{say.noPhoneBody}</Details>
      <Details summary={say.afraid}>{say.afraidBody}</Details>
      <h2 class="govuk-heading-m">{say.mine}</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/ho-so">
            {say.my}
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/tra-cuu">
            {say.track}
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/kiem-tra">
            {say.checkPaper}
          </a>
        </li>
      </ul>
    </Page>
  );
}
