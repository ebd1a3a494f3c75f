// The account service's own first page: for whoever came here by hand.
import type { FastifyInstance } from 'fastify';
import { Button, Page, renderPage, type Shell } from '../../ui/index.ts';
import type { AccountDeps } from './deps.ts';
import { shellOf } from './shell.tsx';

const words = {
  title: 'Tài khoản dịch vụ công',
  lead: 'Một tài khoản dùng để nộp và theo dõi hồ sơ trên các cổng dịch vụ công.',
  signIn: 'Đăng nhập',
  signUp: 'Đăng ký',
};

function HomePage({ shell, signIn }: { shell: Shell; signIn: string }) {
  return (
    <Page {...shell} title={words.title} width="form">
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      <div class="govuk-button-group">
        <Button href={signIn}>{words.signIn}</Button>
        <Button href="/dang-ky" kind="secondary">
          {words.signUp}
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
