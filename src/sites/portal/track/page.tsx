// Anyone who holds the slip may see the state: number and secret, nothing else, no names.
import { formatInstant } from '../../../rules/kernel/index.ts';
import { Button, DossierCard, Input, Page, type Shell, type StateCode } from '../../../ui/index.ts';

export const vi = {
  title: 'Tra cứu hồ sơ',
  lead: 'Nhập mã hồ sơ và mã tra cứu in trên giấy tiếp nhận để xem hồ sơ đang ở bước nào. Người nộp cũng thấy mã tra cứu trong “Hồ sơ của tôi”.',
  number: 'Mã hồ sơ hoặc mã yêu cầu',
  numberHint: 'Ví dụ: H05.056-261123-00017 hoặc YC-7K3MD-9QRTX',
  secret: 'Mã tra cứu',
  secretHint: '6 chữ và số in trên giấy tiếp nhận',
  look: 'Tra cứu',
  numberMissing: 'Bạn phải nhập mã hồ sơ.',
  secretMissing: 'Bạn phải nhập mã tra cứu.',
  notFound:
    'Không có hồ sơ nào khớp với mã hồ sơ và mã tra cứu này. Hãy xem lại giấy tiếp nhận rồi nhập lại.',
  owner: 'Nếu đây là hồ sơ của bạn, hãy đăng nhập để xem đầy đủ.',
  since: (at: string) => `Ở bước này từ ${at}`,
  another: 'Tra cứu hồ sơ khác',
};

export interface TrackErrors {
  number?: string;
  secret?: string;
}

export function TrackPage({
  shell,
  number,
  errors = {},
}: {
  shell: Shell;
  number: string;
  errors?: TrackErrors;
}) {
  const lines = [
    ...(errors.number ? [{ say: errors.number, href: '#ma' }] : []),
    ...(errors.secret ? [{ say: errors.secret, href: '#bi-mat' }] : []),
  ];
  return (
    <Page {...shell} title={vi.title} width="form" errors={lines}>
      <h1 class="govuk-heading-l">{vi.title}</h1>
      <p class="govuk-body">{vi.lead}</p>
      <form method="post" action="/tra-cuu" noValidate>
        <input type="hidden" name="_csrf" value={shell.csrf} />
        <Input
          label={vi.number}
          hint={vi.numberHint}
          name="ma"
          id="ma"
          value={number}
          error={errors.number}
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          label={vi.secret}
          hint={vi.secretHint}
          name="bi-mat"
          id="bi-mat"
          error={errors.secret}
          autocomplete="off"
          spellcheck={false}
          classes="govuk-input--width-10"
        />
        <Button>{vi.look}</Button>
      </form>
    </Page>
  );
}

export function StatePage({
  shell,
  found,
}: {
  shell: Shell;
  found: {
    name: string;
    number: string;
    agency: string;
    state: StateCode;
    since: Temporal.Instant;
    due: Temporal.Instant | null;
    late: boolean;
    ended: boolean;
  };
}) {
  return (
    <Page {...shell} title={found.name} width="form" backLink="/tra-cuu">
      <h1 class="govuk-heading-l">{vi.title}</h1>
      <DossierCard
        name={found.name}
        number={found.number}
        state={found.state}
        late={found.late}
        ended={found.ended}
        due={found.due ? formatInstant(found.due) : undefined}
        holder={found.agency}
        next={vi.since(formatInstant(found.since))}
      />
      <p class="govuk-body">
        {vi.owner}{' '}
        <a class="govuk-link" href="/ho-so">
          Hồ sơ của tôi
        </a>
      </p>
      <Button href="/tra-cuu" kind="secondary">
        {vi.another}
      </Button>
    </Page>
  );
}
