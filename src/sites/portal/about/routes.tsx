// The two pages the foot of every page leads to: how anyone can use the site, and what becomes of one's data.
import type { FastifyInstance } from 'fastify';
import { Page, renderPage, type Shell, surroundings, useWords } from '../../../ui/index.ts';
import { shellOf } from '../shell.tsx';

const config = { guard: 'public' } as const;

const ACCESS = {
  title: 'Ai cũng dùng được',
  parts: [
    [
      'Chúng tôi làm gì',
      'Các trang được làm theo WCAG 2.2 mức AA và Thông tư 26/2020/TT-BTTTT: dùng được bằng bàn phím, bằng trình đọc màn hình, phóng to 400 %, trên điện thoại cũ, mạng yếu và cả khi không bật JavaScript. Không có mã hình ảnh phải đoán.',
    ],
    ['Chữ lớn', 'Bấm “Chữ lớn” ở đầu trang để chữ to thêm một phần tư. Lựa chọn được nhớ trên máy của bạn.'],
    [
      'Chỗ chưa được',
      'Tệp PDF được gắn thẻ để trình đọc màn hình đọc được nhưng chưa được kiểm định độc lập. Bản tiếng Anh mới có ở khung trang.',
    ],
    [
      'Gặp khó khăn',
      'Gọi tổng đài, hoặc đến bộ phận một cửa: mọi việc làm được ở đây đều làm được tại quầy.',
    ],
  ],
} as const;

const DATA = {
  title: 'Dữ liệu cá nhân của bạn',
  parts: [
    [
      'Chúng tôi giữ gì và để làm gì',
      'Thông tin tài khoản, nội dung bạn khai và giấy tờ bạn gửi, chỉ để giải quyết thủ tục bạn yêu cầu theo quy định của pháp luật (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). Vì đây là việc cơ quan nhà nước thực hiện nghĩa vụ theo luật, chúng tôi không hỏi sự đồng ý cho có.',
    ],
    [
      'Ai xem được',
      'Chỉ cán bộ có nhiệm vụ tại cơ quan giải quyết hồ sơ của bạn. Mỗi lần cán bộ mở hồ sơ đều được ghi lại trong nhật ký không sửa được.',
    ],
    [
      'Người khác biết gì',
      'Ai có mã hồ sơ và mã tra cứu chỉ thấy hồ sơ đang ở bước nào, không thấy tên và nội dung. Trang kiểm tra văn bản chỉ cho biết số, ngày, cơ quan và người ký.',
    ],
    [
      'Quyền của bạn',
      'Bạn xem lại được mọi thứ đã khai và đã gửi trong “Hồ sơ của tôi”, xóa được bản nháp chưa nộp, và yêu cầu đính chính tại bộ phận một cửa hoặc qua tổng đài.',
    ],
    ['Cookie', 'Chỉ có cookie để giữ phiên đăng nhập và cỡ chữ. Không có theo dõi, không có quảng cáo.'],
  ],
} as const;

function AboutPage({ shell, about }: { shell: Shell; about: typeof ACCESS | typeof DATA }) {
  const { helpLine } = surroundings();
  return (
    <Page {...shell} title={about.title}>
      <h1 class="govuk-heading-l">{about.title}</h1>
      {about.parts.map(([heading, body]) => (
        <section key={heading}>
          <h2 class="govuk-heading-m">{heading}</h2>
          <p class="govuk-body">{body}</p>
        </section>
      ))}
      <p class="govuk-body">
        Tổng đài:{' '}
        <a class="govuk-link" href={`tel:${helpLine.phone}`}>
          {helpLine.phone}
        </a>{' '}
        ({useWords().helpHours}).
      </p>
    </Page>
  );
}

/** Mounts the pages on accessibility and on personal data. */
export function registerAbout(app: FastifyInstance): void {
  app.get('/kha-nang-tiep-can', { config }, (req, reply) =>
    reply.html(renderPage(<AboutPage shell={shellOf(req)} about={ACCESS} />)),
  );
  app.get('/bao-ve-du-lieu', { config }, (req, reply) =>
    reply.html(renderPage(<AboutPage shell={shellOf(req)} about={DATA} />)),
  );
}
