// The few pages the protocol engine must show by itself, in our own look.
import { Button, type Lang, Page, renderPage, UnavailablePage } from '../../ui/index.ts';
import { words } from './words.ts';

/** The engine refused a request: what it means and the way on; the technical code is small and last. */
export function protocolErrorPage(lang: Lang, { code, portal }: { code: string; portal: string }): string {
  const say = words(lang).failed;
  const reasons: Readonly<Record<string, string>> = say.reasons;
  return renderPage(
    <Page site="account" path="/" lang={lang} title={say.title}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body-l">{reasons[code] ?? reasons.other}</p>
      <p class="govuk-body">{say.again}</p>
      <Button href={`${portal}/dang-nhap`}>{say.signIn}</Button>
      <p class="govuk-body-s mc-muted">{say.code(code)}</p>
    </Page>,
  );
}

/** The engine refused to end a session: nobody may believe that they have left. */
export function signOutFailedPage(lang: Lang, { code, portal }: { code: string; portal: string }): string {
  const { signOutFailed: say, failed } = words(lang);
  return renderPage(
    <Page site="account" path="/" lang={lang} title={say.title}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <Button href={portal}>{say.again}</Button>
      <p class="govuk-body-s mc-muted">{failed.code(code)}</p>
    </Page>,
  );
}

/** The engine could not ask the database. */
export function unavailablePage(lang: Lang): string {
  return renderPage(<UnavailablePage shell={{ site: 'account', lang, path: '/' }} />);
}

/** Asked only when the wish to leave came without proof of who wishes it. */
export function confirmSignOutPage(lang: Lang, { action, xsrf }: { action: string; xsrf: string }): string {
  const say = words(lang).signOut;
  return renderPage(
    <Page site="account" path="/" lang={lang} title={say.title}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body">{say.lead}</p>
      <form method="post" action={action}>
        <input type="hidden" name="xsrf" value={xsrf} />
        <div class="govuk-button-group">
          <Button name="logout" value="yes">
            {say.yes}
          </Button>
          <Button kind="secondary">{say.no}</Button>
        </div>
      </form>
    </Page>,
  );
}

export function signedOutPage(lang: Lang): string {
  const say = words(lang).signedOut;
  return renderPage(
    <Page site="account" path="/" lang={lang} title={say.title}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body">{say.lead}</p>
    </Page>,
  );
}
