// Who signs up (S-01): a person here and now; for the others a page that says where and how.
import { Button, CsrfField, Page, Radios, type Shell } from '../../../ui/index.ts';
import { withWayBack } from '../way-back.ts';
import { words } from './words.ts';

const SMALL = 'govuk-fieldset__legend--m';

export function ChoosePage({
  shell,
  ve,
  signIn,
  missing,
}: {
  shell: Shell;
  ve: string;
  signIn: string;
  missing?: boolean;
}) {
  const say = words(shell.lang).choose;
  const errors = missing ? [{ say: say.missing, href: '#doi-tuong' }] : [];
  return (
    <Page {...shell} title={say.title} width="form" errors={errors}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <form method="post" action="/dang-ky" novalidate>
        <CsrfField token={shell.csrf} />
        <input type="hidden" name="ve" value={ve} />
        <Radios
          legend={{ say: say.legend, classes: SMALL }}
          name="doi-tuong"
          {...(missing && { error: say.missing })}
          items={[
            { value: 'ca-nhan', say: say.person, hint: say.personHint },
            { value: 'doanh-nghiep', say: say.company },
            { value: 'co-quan', say: say.office },
          ]}
        />
        <Button>{say.continue}</Button>
      </form>
      <p class="govuk-body">
        {say.have}{' '}
        <a class="govuk-link" href={signIn}>
          {say.signIn}
        </a>
      </p>
    </Page>
  );
}

export function PersonPage({ shell, ve }: { shell: Shell; ve: string }) {
  const say = words(shell.lang).person;
  return (
    <Page {...shell} title={say.title} width="form" backLink={withWayBack('/dang-ky', ve)}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body">{say.needs}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say.need1}</li>
        <li>{say.need2}</li>
      </ul>
      <p class="govuk-body">{say.time}</p>
      <Button href={withWayBack('/dang-ky/thue-bao-di-dong', ve)} start>
        {say.start}
      </Button>
    </Page>
  );
}

export function ElsewherePage({ shell, ve, who }: { shell: Shell; ve: string; who: 'company' | 'office' }) {
  const { elsewhere } = words(shell.lang);
  const say = elsewhere[who];
  return (
    <Page {...shell} title={say.title} width="form" backLink={withWayBack('/dang-ky', ve)}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body">{say.how}</p>
      <p class="govuk-body">{elsewhere.meanwhile}</p>
      <Button href={withWayBack('/dang-ky/ca-nhan', ve)} kind="secondary">
        {elsewhere.person}
      </Button>
    </Page>
  );
}
