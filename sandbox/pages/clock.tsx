// The country's clock, to be turned by hand.
import { civil, formatInstant, instantOf } from '../../src/rules/kernel/index.ts';
import { localMinute } from '../clock.ts';
import { Notice } from './frame.tsx';

export interface ClockView {
  readonly now: Temporal.Instant;
  readonly isReal: boolean;
  readonly turned: 'yes' | 'no' | undefined;
}

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** Moments worth visiting, with a word on why. */
export function presets(now: Temporal.Instant): { at: string; name: string; why: string }[] {
  const friday = nextFriday(now);
  return [
    {
      at: '2023-05-15T08:00',
      name: 'Sáng thứ Hai 15/05/2023',
      why: 'còn ba cấp: xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang',
    },
    {
      at: friday,
      name: 'Thứ Sáu gần nhất, 15:20',
      why: 'sắp hết giờ: xem hạn trả kết quả nhảy qua cuối tuần',
    },
    { at: '2026-02-13T16:45', name: 'Chiều 13/02/2026', why: 'sát kỳ nghỉ Tết Nguyên đán' },
  ];
}

function nextFriday(now: Temporal.Instant): string {
  const today = civil(now);
  const friday = today.add({ days: (5 - today.dayOfWeek + 7) % 7 }).with({ hour: 15, minute: 20, second: 0 });
  const ahead = Temporal.PlainDateTime.compare(friday, today) > 0 ? friday : friday.add({ days: 7 });
  return localMinute(instantOf(ahead));
}

/** `23/11/2026 09:00` */
function typedTime(now: Temporal.Instant): string {
  const [date, time] = localMinute(now).split('T');
  return `${date?.split('-').toReversed().join('/')} ${time}`;
}

export function Clock({ now, isReal, turned }: ClockView) {
  return (
    <>
      {turned === 'yes' && (
        <Notice tone="good">
          <p>Đã chỉnh đồng hồ. Cổng, bàn làm việc và bàn thử cùng theo giờ mới.</p>
        </Notice>
      )}
      {turned === 'no' && (
        <Notice tone="bad">
          <p>
            Chưa đọc được giờ bạn nhập. Bạn phải nhập ngày và giờ, ví dụ 23/11/2026 09:00, từ năm 2000 đến
            2099.
          </p>
        </Notice>
      )}
      <p>
        Bây giờ ở bàn thử là <span class="big">{formatInstant(now)}</span>, {WEEKDAYS[civil(now).dayOfWeek]}
        {isReal ? ', đúng giờ thật.' : '.'}
      </p>
      <p class="muted">
        Đồng hồ vẫn chạy tiếp từ giờ bạn đặt. Mã xác thực đang chờ có thể hết hạn khi bạn vặn giờ.
      </p>
      <h2>Tới thẳng một lúc đáng xem</h2>
      <ul class="cards">
        {presets(now).map(({ at, name, why }) => (
          <li class="card">
            <h3>{name}</h3>
            <p>{why}</p>
            <Turn name="now" value={at} label="Tới lúc này" spoken={`Tới lúc này: ${name}`} />
          </li>
        ))}
        <li class="card">
          <h3>Hôm nay</h3>
          <p>bỏ hết mọi điều chỉnh, theo giờ thật</p>
          <Turn name="real" value="1" label="Về giờ thật" />
        </li>
      </ul>
      <h2>Cho trôi nhanh</h2>
      <div class="row">
        <Turn name="advance" value="PT1H" label="Thêm 1 giờ" />
        <Turn name="advance" value="P1D" label="Thêm 1 ngày" />
        <Turn name="advance" value="P7D" label="Thêm 7 ngày" />
      </div>
      <h2>Chọn ngày giờ</h2>
      <form method="post" action="/dong-ho">
        <div class="field">
          <label for="now">Ngày và giờ Việt Nam</label>
          <p class="hint" id="now-goi-y">
            Ví dụ 23/11/2026 09:00
          </p>
          <input
            type="text"
            id="now"
            name="now"
            value={typedTime(now)}
            aria-describedby="now-goi-y"
            required
          />
        </div>
        <button type="submit">Chỉnh đồng hồ</button>
      </form>
    </>
  );
}

function Turn(button: { name: string; value: string; label: string; spoken?: string }) {
  return (
    <form method="post" action="/dong-ho">
      <input type="hidden" name={button.name} value={button.value} />
      <button type="submit" class="plain" aria-label={button.spoken}>
        {button.label}
      </button>
    </form>
  );
}
