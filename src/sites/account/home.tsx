// The account service's own first page: for whoever came here by hand.
import type { FastifyInstance } from 'fastify';
import { Button, Page, renderPage, type Shell } from '../../ui/index.ts';
import type { AccountDeps } from './deps.ts';
import { shellOf } from './shell.tsx';
import { words } from './words.ts';

function HomePage({ shell, signIn }: { shell: Shell; signIn: string }) {
  const say = words(shell.lang).home;
  return (
    <Page {...shell} title={say.title} width="form">
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <div class="govuk-button-group">
        <Button href={signIn}>{say.signIn}</Button>
        <Button href="/dang-ky" kind="secondary">
          {say.signUp}
        </Button>
      </div>
    </Page>
  );
}

/** Mounts `/` of the account site. */
export function registerHome(app: FastifyInstance, { urls }: AccountDeps): void {
  app.get('/', { config: { guard: 'public' } }, (req, reply) =>
    reply.html(renderPage(<HomePage shell={shellOf(req)} signIn={`${urls.portal}/dang-nhap`} />)),
  );
}
