// The first page: one search box, what people come for most, and why it is worth not walking to the office.
import { Button, Details, Page, SearchBox, type Shell } from '../../../ui/index.ts';

export const vi = {
  title: 'Làm thủ tục hành chính tại nhà',
  lead: 'Tìm thủ tục, khai một lần, gửi giấy tờ bằng điện thoại và theo dõi đến khi nhận kết quả. Nộp được cả ngày lẫn đêm, ngày nghỉ cũng nộp được.',
  search: 'Bạn cần làm gì?',
  common: 'Việc nhiều người cần',
  mine: 'Đã nộp hồ sơ rồi?',
  track: 'Tra cứu bằng mã hồ sơ',
  my: 'Xem hồ sơ của tôi',
  how: 'Làm như thế nào?',
  steps: [
    ['Đăng ký tài khoản', 'bằng số căn cước và số điện thoại của bạn, một lần duy nhất.'],
    ['Tìm thủ tục', 'bằng từ khóa thường ngày, có dấu hay không dấu đều được.'],
    ['Khai và gửi giấy tờ', 'từng câu một; máy chủ tự lưu, dừng lúc nào cũng được.'],
    ['Nhận tin nhắn ở từng bước', 'và nhận kết quả: bản điện tử, qua bưu chính, hoặc tại cơ quan.'],
  ] as const,
  register: 'Đăng ký tài khoản',
  signIn: 'Đăng nhập',
  near: 'Nhà tôi gần xã, sao phải nộp qua mạng?',
  nearBody:
    'Bạn vẫn có thể ra bộ phận một cửa như trước. Nộp qua mạng thì không phải đi lại, không phải chờ đến lượt; giấy tờ thiếu được báo một lần cho đủ; ngày hẹn trả được tính theo luật và nói rõ vì sao; nhiều thủ tục không mất lệ phí. Kết quả có thể gửi về tận nhà.',
  noPhone: 'Tôi không có điện thoại thông minh',
  noPhoneBody:
    'Điện thoại thường nhận được tin nhắn là đủ: con cháu hoặc cán bộ một cửa có thể giúp bạn khai trên máy khác, mã xác nhận và tin báo vẫn đến số của bạn.',
  afraid: 'Tôi sợ khai sai',
  afraidBody:
    'Mỗi trang chỉ hỏi một việc và nói ngay chỗ chưa đúng bằng lời dễ hiểu. Trước khi nộp, bạn xem lại tất cả và sửa được. Chưa bấm “Nộp hồ sơ” thì chưa có gì được gửi đi.',
};

export interface Shortcut {
  href: string;
  say: string;
}

export function HomePage({
  shell,
  shortcuts,
  accountUrl,
}: {
  shell: Shell;
  shortcuts: readonly Shortcut[];
  accountUrl: string;
}) {
  return (
    <Page {...shell} title={vi.title}>
      <h1 class="govuk-heading-xl">{vi.title}</h1>
      <p class="govuk-body-l">{vi.lead}</p>
      <SearchBox action="/thu-tuc" label={vi.search} large />
      <h2 class="govuk-heading-m">{vi.common}</h2>
      <ul class="govuk-list">
        {shortcuts.map(({ href, say }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {say}
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{vi.how}</h2>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {vi.steps.map(([what, how]) => (
          <li key={what}>
            <strong>{what}</strong> {how}
          </li>
        ))}
      </ol>
      {!shell.actor && (
        <div class="govuk-button-group">
          <Button href={`${accountUrl}/dang-ky`}>{vi.register}</Button>
          <Button href="/dang-nhap" kind="secondary">
            {vi.signIn}
          </Button>
        </div>
      )}
      <Details summary={vi.near}>{vi.nearBody}</Details>
      <Details summary={vi.noPhone}>{vi.noPhoneBody}</Details>
      <Details summary={vi.afraid}>{vi.afraidBody}</Details>
      <h2 class="govuk-heading-m">{vi.mine}</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/ho-so">
            {vi.my}
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/tra-cuu">
            {vi.track}
          </a>
        </li>
      </ul>
    </Page>
  );
}
