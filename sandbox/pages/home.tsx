// The first page: where everything is, who one can be, and what one can play.
import type { SandboxOptions } from '../sandbox.ts';
import { SMS_MOODS } from '../sms.ts';
import { TELCO_MOODS } from '../telco.ts';
import type { Person } from './people.ts';

const PLAY = [
  ['/dien-thoai', 'Cầm điện thoại', 'Đọc mã xác thực và tin báo mà hệ thống gửi tới từng số.'],
  ['/ngan-hang', 'Làm ngân hàng', 'Nộp tiền theo mã VietQR; thử cả khi chuyển thiếu, trùng, trễ.'],
  ['/dong-ho', 'Chỉnh đồng hồ', 'Đưa cả nước tới một ngày giờ khác, trước hoặc sau.'],
] as const;

export function Home({ options, people }: { options: SandboxOptions; people: readonly Person[] }) {
  return (
    <>
      <p>
        Ở đây bạn đóng vai mọi hệ thống bên ngoài: nhà mạng, ngân hàng, và cả thời gian. Nếu mới tới, hãy bắt
        đầu bằng <a href="/huong-dan">năm phút làm thử</a>: nộp một hồ sơ như An, rồi trả lời như Bình, Chi và
        Dũng.
      </p>
      <ul class="cards">
        {PLAY.map(([path, name, what]) => (
          <li class="card">
            <h2 style="margin-top:0">
              <a href={path}>{name}</a>
            </h2>
            <p>{what}</p>
          </li>
        ))}
      </ul>
      <h2>Các địa chỉ</h2>
      <dl>
        <Address name="Cổng dịch vụ công" url={options.portalUrl} />
        <Address name="Tài khoản" url={options.accountUrl} />
        <Address name="Bàn làm việc của cán bộ" url={options.deskUrl} />
      </dl>
      <h2>Những người để đóng vai</h2>
      <People people={people} />
      <h2>Số điện thoại có tính nết riêng</h2>
      <p>Bốn số cuối quyết định nhà mạng cư xử thế nào; mọi số di động khác đều nhận tin và đúng chủ.</p>
      <Moods title="Khi gửi tin nhắn" moods={SMS_MOODS} />
      <Moods title="Khi hỏi số điện thoại có chính chủ không" moods={TELCO_MOODS} />
    </>
  );
}

function Address({ name, url }: { name: string; url: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <a href={url}>{url}</a>
      </dd>
    </>
  );
}

export function People({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return <p>Chưa có ai. Dữ liệu mẫu được nạp khi chạy lệnh khởi động của dự án.</p>;
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">Người</th>
          <th scope="col">Tên đăng nhập</th>
          <th scope="col">Mật khẩu</th>
          <th scope="col">Điện thoại</th>
          <th scope="col">Ghi chú</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr>
            <th scope="row">
              {person.name}
              <br />
              <span class="muted" style="font-weight:400">
                {person.role}
              </span>
            </th>
            <td data-name="Tên đăng nhập">{person.username && <code>{person.username}</code>}</td>
            <td data-name="Mật khẩu">{person.password && <code>{person.password}</code>}</td>
            <td data-name="Điện thoại">
              {person.phone && (
                <a href={`/dien-thoai?so=${encodeURIComponent(person.phone)}`}>{person.phone}</a>
              )}
            </td>
            <td data-name="Ghi chú">{person.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Moods({ title, moods }: { title: string; moods: Readonly<Record<string, string>> }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {Object.entries(moods).map(([ending, what]) => (
          <li>
            Số có đuôi <code>{ending}</code>: {what}.
          </li>
        ))}
      </ul>
    </>
  );
}
