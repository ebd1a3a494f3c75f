// Five minutes: file as An, answer as Bình, Chi and Dũng. Says what to open, what to type, where the code appears.
import type { ComponentChildren } from 'preact';
import type { SandboxOptions } from '../sandbox.ts';
import { type Person, personCalled } from './people.ts';

interface Props {
  readonly options: SandboxOptions;
  readonly people: readonly Person[];
}

export function Tour({ options, people }: Props) {
  const { portalUrl, deskUrl } = options;
  const who = (given: string) => personCalled(people, given);
  return (
    <>
      <p>
        Bạn nộp một hồ sơ như người dân, rồi ngồi vào ghế của cán bộ để trả lời. Nên mở trang này ở một cửa
        sổ, Cổng ở cửa sổ bên cạnh. Để đóng nhiều vai cùng lúc, hãy mở thêm cửa sổ ẩn danh cho cán bộ.
      </p>
      <h2>1. An nộp hồ sơ</h2>
      <ol class="steps">
        <li>
          Mở <a href={portalUrl}>Cổng dịch vụ công</a>, chọn “Đăng nhập”, “Đăng nhập Cổng DVC Quốc gia”, rồi
          “Tài khoản cấp bởi Cổng Dịch vụ công quốc gia”. <Login person={who('An')} />
        </li>
        <li>
          Mã xác thực gồm 6 số hiện ở <PhoneLink person={who('An')} />. Nhập mã rồi chọn “Xác nhận”. Chưa thấy
          mã thì bấm “Xem tin mới” trên máy.
        </li>
        <li>
          Ở <a href={`${portalUrl}/thu-tuc?q=khai+sinh`}>trang tìm thủ tục</a>, gõ <kbd>khai sinh</kbd> (không
          dấu cũng được), chọn “Đăng ký khai sinh”, đọc qua, rồi chọn “Nộp hồ sơ”.
        </li>
        <li>
          Chọn nơi nộp: gõ <kbd>Lương Phong</kbd>. Hôm nay Cổng đưa bạn tới xã Hiệp Hòa và nói vì sao. Muốn
          thấy ba cấp như năm 2023, hãy <a href="/dong-ho">chỉnh đồng hồ</a> về 15/05/2023 trước.
        </li>
        <li>Trả lời từng câu hỏi, mỗi trang một việc. Rời trang lúc nào cũng được: hồ sơ nháp vẫn còn.</li>
        <li>
          Ở bước giấy tờ, tải lên một ảnh hoặc tệp PDF bất kỳ. Ở bước cuối, xem lại, gõ mã xác nhận, đánh dấu
          câu cam đoan, rồi chọn “Nộp hồ sơ”. Bạn nhận được mã hồ sơ yêu cầu.
        </li>
        <li>
          Thủ tục có phí nộp trên mạng, như đăng ký thành lập hộ kinh doanh, sẽ hiện trang nộp tiền: đi theo
          đường dẫn tới <a href="/ngan-hang">ngân hàng</a> của bàn thử rồi chọn “Chuyển tiền”.
        </li>
      </ol>
      <h2>2. Bình tiếp nhận</h2>
      <ol class="steps">
        <li>
          Mở <a href={deskUrl}>bàn làm việc</a>. <Login person={who('Bình')} /> Mã xác thực hiện ở{' '}
          <PhoneLink person={who('Bình')} />.
        </li>
        <li>
          Hồ sơ của An nằm trong hàng mới. Mở ra, xem các tệp, rồi chọn “Tiếp nhận”: hồ sơ có số, có hạn trả
          kết quả và có giấy tiếp nhận. Xem <PhoneLink person={who('An')} />: tin báo đã tới.
        </li>
        <li>Muốn thử cách khác: “Yêu cầu bổ sung” làm đồng hồ của hồ sơ dừng lại cho tới khi An trả lời.</li>
      </ol>
      <h2>3. Chi giải quyết</h2>
      <ol class="steps">
        <li>
          Thoát ra, đăng nhập lại. <Login person={who('Chi')} /> Mã hiện ở <PhoneLink person={who('Chi')} />.
        </li>
        <li>Nhận hồ sơ, thẩm tra, rồi đề xuất kết quả để trình ký.</li>
      </ol>
      <h2>4. Dũng ký, Bình trả kết quả</h2>
      <ol class="steps">
        <li>
          Đăng nhập như Dũng. <Login person={who('Dũng')} /> Mã hiện ở <PhoneLink person={who('Dũng')} />. Đọc
          đề xuất, ký và ban hành.
        </li>
        <li>Đăng nhập lại như Bình, trả kết quả.</li>
        <li>
          Về lại Cổng như An: hồ sơ đã có kết quả. Mở kết quả, quét mã hoặc mở đường dẫn ở cuối trang giấy để
          kiểm tra.
        </li>
      </ol>
      <p>
        Thử thêm: đăng nhập như Em để thấy rằng người không có quyền thì không xem được và không làm được gì;
        hoặc <a href="/dong-ho">cho đồng hồ trôi</a> để thấy một hồ sơ trễ hạn.
      </p>
    </>
  );
}

function Login({ person }: { person: Person | undefined }): ComponentChildren {
  if (person === undefined)
    return (
      <>
        Tên đăng nhập và mật khẩu có ở <a href="/">trang đầu</a>.
      </>
    );
  return (
    <>
      Tên đăng nhập <kbd>{person.username}</kbd>, mật khẩu <kbd>{person.password}</kbd>.
    </>
  );
}

function PhoneLink({ person }: { person: Person | undefined }) {
  if (person === undefined || person.phone === '') return <a href="/dien-thoai">điện thoại</a>;
  return <a href={`/dien-thoai?so=${encodeURIComponent(person.phone)}`}>điện thoại của {person.name}</a>;
}
