// Anyone checks a result: is it ours, is it whole, does it still stand. Minimum data, no citizen's name.
import type { Verified } from '../../../modules/results/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import {
  Button,
  CsrfField,
  Details,
  Input,
  Page,
  Panel,
  type Shell,
  SummaryList,
  WarningText,
} from '../../../ui/index.ts';

export const vi = {
  title: 'Kiểm tra văn bản kết quả',
  lead: 'Nhập mã hồ sơ và mã kiểm tra in cạnh mã QR trên văn bản. Trang này cho biết văn bản có đúng do cơ quan ban hành và còn hiệu lực hay không.',
  number: 'Mã hồ sơ',
  code: 'Mã kiểm tra',
  check: 'Kiểm tra',
  missing: 'Bạn phải nhập cả mã hồ sơ và mã kiểm tra.',
  notFound:
    'Không có văn bản nào khớp với hai mã này. Hãy xem lại từng ký tự; nếu vẫn không khớp, văn bản có thể không do hệ thống này ban hành.',
  found: 'Văn bản do cơ quan ban hành',
  replaced: 'Văn bản này đã được thay thế bằng văn bản khác.',
  noSignature:
    'Văn bản chưa có chữ ký số PKI. Trang này đối chiếu với bản lưu của hệ thống, không thay cho việc kiểm tra chữ ký số.',
  howTo: 'Kiểm tra tệp PDF còn nguyên vẹn',
  howToBody:
    'Tính mã băm SHA-256 của tệp bạn có rồi so với dãy dưới đây; chỉ cần khác một ký tự là tệp đã bị thay đổi. Trên Windows: certutil -hashfile ten-tep.pdf SHA256. Trên Linux: sha256sum ten-tep.pdf.',
};

export function VerifyForm({ shell, number, error }: { shell: Shell; number: string; error?: string }) {
  return (
    <Page {...shell} title={vi.title} width="form" errors={error ? [{ say: error, href: '#ma' }] : []}>
      <h1 class="govuk-heading-l">{vi.title}</h1>
      <p class="govuk-body">{vi.lead}</p>
      <form method="post" action="/kiem-tra" noValidate>
        <CsrfField token={shell.csrf ?? ''} />
        <Input
          label={vi.number}
          name="ma"
          id="ma"
          value={number}
          error={error}
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          label={vi.code}
          name="kt"
          id="kt"
          autocomplete="off"
          spellcheck={false}
          classes="govuk-input--width-10"
        />
        <Button>{vi.check}</Button>
      </form>
    </Page>
  );
}

export function VerifiedPage({ shell, number, found }: { shell: Shell; number: string; found: Verified }) {
  const rows = [
    { key: 'Văn bản', value: found.title },
    { key: 'Số', value: <strong class="mc-number">{found.number}</strong> },
    { key: 'Mã hồ sơ', value: <span class="mc-number">{number}</span> },
    { key: 'Cơ quan ban hành', value: found.agencyName },
    { key: 'Người ký', value: found.signerName },
    { key: 'Ký lúc', value: formatInstant(found.signedAt) },
    { key: 'SHA-256 của tệp', value: <code class="mc-break">{found.sha256}</code> },
  ];
  return (
    <Page {...shell} title={vi.found} width="form" backLink="/kiem-tra">
      {found.replaced ? (
        <h1 class="govuk-heading-l">{vi.replaced}</h1>
      ) : (
        <Panel title={vi.found}>
          {found.title} số {found.number}
        </Panel>
      )}
      <SummaryList rows={rows} />
      <WarningText>{vi.noSignature}</WarningText>
      <Details summary={vi.howTo}>{vi.howToBody}</Details>
    </Page>
  );
}
