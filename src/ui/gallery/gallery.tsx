// The gallery: every component on one page.
import { Page } from '../layout/page.tsx';
import type { Shell } from '../layout/shell.ts';
import { EXAMPLES } from './examples.tsx';

const SHELL: Shell = {
  site: 'portal',
  lang: 'vi',
  actor: { name: 'Nguyễn Văn An' },
  csrf: 'token',
  path: '/',
  nav: [
    { href: '/thu-tuc', say: 'Thủ tục' },
    { href: '/ho-so', say: 'Hồ sơ của tôi', current: true },
  ],
};

/** A page with each component and piece; `shell` overrides language, size and site. */
export function gallery(shell: Partial<Shell> = {}) {
  return (
    <Page
      {...SHELL}
      {...shell}
      title="Bộ thành phần"
      errors={[
        { say: 'Bạn phải nhập cmt/cccd.', href: '#cccd' },
        { say: 'Ngày sinh phải là một ngày đã qua.', href: '#ngay-sinh-day' },
      ]}
    >
      <h1 class="govuk-heading-xl">Bộ thành phần</h1>
      {EXAMPLES.map(({ group, examples }) => (
        <section key={group}>
          <h2 class="govuk-heading-l">{group}</h2>
          {examples.map(({ name, show }) => (
            <div key={name} data-example={name}>
              <h3 class="govuk-heading-s mc-muted">{name}</h3>
              {show}
              <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
            </div>
          ))}
        </section>
      ))}
    </Page>
  );
}
