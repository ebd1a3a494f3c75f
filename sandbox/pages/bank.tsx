// The payer's bank app: scan a VietQR (paste its text), look at the bill, pay it, or pay it wrongly on purpose.
import { formatInstant, formatMoney } from '../../src/rules/kernel/index.ts';
import { noticeState } from '../bank-doors.ts';
import type { Bill, Delivery, Transfer } from '../happenings.ts';
import { Notice } from './frame.tsx';

/** How the transfer goes; the first is the honest one. */
export const BANK_MOODS = [
  ['dung', 'Chuyển đúng, báo có ngay'],
  ['bao-hai-lan', 'Chuyển một lần, ngân hàng báo có hai lần'],
  ['thieu', 'Chuyển thiếu (một nửa số tiền)'],
  ['sai-tai-khoan', 'Chuyển nhầm tài khoản 0000000000'],
  ['tre', 'Tiền đi từ hôm qua, hôm nay mới báo có'],
  ['mat', 'Chuyển đúng nhưng báo có bị mất (bấm "Gửi lại" sau)'],
  ['gia', 'Kẻ gian gửi báo có với chữ ký giả'],
] as const;
export type BankMood = (typeof BANK_MOODS)[number][0];

export interface BankView {
  readonly payload: string;
  readonly bill: Bill | undefined;
  /** Why the payload or the transfer did not work. */
  readonly trouble: string | undefined;
  readonly paid: { readonly transfer: Transfer; readonly deliveries: readonly Delivery[] } | undefined;
  readonly transfers: readonly { readonly transfer: Transfer; readonly deliveries: readonly Delivery[] }[];
}

export function BankPage(view: BankView) {
  return (
    <>
      {view.trouble !== undefined && (
        <Notice tone="bad">
          <p>{view.trouble}</p>
        </Notice>
      )}
      {view.paid !== undefined && <Paid {...view.paid} />}
      {view.bill !== undefined ? (
        <PayBill payload={view.payload} bill={view.bill} />
      ) : (
        <Ways payload={view.payload} />
      )}
      <Transfers transfers={view.transfers} />
    </>
  );
}

function Paid({ transfer, deliveries }: NonNullable<BankView['paid']>) {
  const state = noticeState(transfer, deliveries);
  return (
    <Notice tone={state === 'taken' ? 'good' : 'plain'}>
      <p>
        Đã chuyển {formatMoney(transfer.amount)} tới tài khoản {transfer.account}, mã tham chiếu{' '}
        {transfer.ref}.
      </p>
      <p>{STATES[state].long}</p>
    </Notice>
  );
}

const STATES = {
  taken: {
    tone: 'good-text',
    short: 'Cổng đã nhận',
    long: 'Cổng đã nhận báo có. Bạn quay lại trang nộp tiền để xem.',
  },
  refused: { tone: 'bad-text', short: 'Cổng từ chối', long: 'Cổng đã từ chối báo có này.' },
  unreached: {
    tone: 'wait-text',
    short: 'chưa tới Cổng',
    long: 'Báo có chưa tới được Cổng; ngân hàng sẽ tự gửi lại vài lần.',
  },
  held: {
    tone: 'wait-text',
    short: 'chưa gửi',
    long: 'Báo có bị giữ lại, Cổng chưa biết gì. Bấm "Gửi lại" khi muốn gửi.',
  },
} as const;

function PayBill({ payload, bill }: { payload: string; bill: Bill }) {
  return (
    <>
      <h2>Khoản sắp chuyển</h2>
      <dl>
        <dt>Số tiền</dt>
        <dd class="big">{bill.amount === null ? 'chưa ghi' : formatMoney(bill.amount)}</dd>
        <dt>Tới tài khoản</dt>
        <dd>
          {bill.account} (mã ngân hàng {bill.bin})
        </dd>
        <dt>Nội dung</dt>
        <dd>{bill.purpose || 'không ghi'}</dd>
        <dt>Mã tham chiếu</dt>
        <dd>{bill.ref}</dd>
      </dl>
      <form method="post" action="/ngan-hang">
        <input type="hidden" name="payload" value={payload} />
        {bill.amount === null && <Field id="amount" label="Số tiền muốn chuyển (đồng)" hint="Ví dụ 15000" />}
        <Moods />
        <button type="submit">Chuyển tiền</button>
      </form>
      <p>
        <a href="/ngan-hang">Quét mã khác</a>
      </p>
    </>
  );
}

function Moods() {
  return (
    <fieldset>
      <legend>Chuyển thế nào?</legend>
      {BANK_MOODS.map(([value, name], place) => (
        <div class="choice">
          <input type="radio" id={`kieu-${value}`} name="kieu" value={value} checked={place === 0} />
          <label for={`kieu-${value}`}>{name}</label>
        </div>
      ))}
    </fieldset>
  );
}

function Ways({ payload }: { payload: string }) {
  return (
    <>
      <p>
        Ở trang nộp tiền của Cổng có đường dẫn mở thẳng tới đây. Bạn cũng có thể dán nội dung mã VietQR, hoặc
        gõ mã tham chiếu.
      </p>
      <h2>Quét mã VietQR</h2>
      <form method="get" action="/ngan-hang">
        <div class="field">
          <label for="payload">Nội dung mã QR</label>
          <p class="hint" id="payload-goi-y">
            Một dòng chữ và số, bắt đầu bằng 000201
          </p>
          <textarea
            id="payload"
            name="payload"
            rows={4}
            aria-describedby="payload-goi-y"
            required
            value={payload}
          />
        </div>
        <button type="submit">Xem khoản này</button>
      </form>
      <h2>Chuyển theo mã tham chiếu</h2>
      <form method="post" action="/ngan-hang">
        <Field id="ref" label="Mã tham chiếu" hint="Bắt đầu bằng DVC, ghi ở trang nộp tiền" />
        <Field
          id="amount"
          label="Số tiền, nếu muốn khác số phải nộp (đồng)"
          hint="Bỏ trống thì ngân hàng hỏi Cổng"
        />
        <Field id="account" label="Số tài khoản nhận, nếu muốn khác" hint="Bỏ trống thì ngân hàng hỏi Cổng" />
        <Moods />
        <button type="submit">Chuyển tiền</button>
      </form>
    </>
  );
}

function Field({ id, label, hint }: { id: string; label: string; hint: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-goi-y`}>
        {hint}
      </p>
      <input type="text" id={id} name={id} aria-describedby={`${id}-goi-y`} autocomplete="off" />
    </div>
  );
}

function Transfers({ transfers }: Pick<BankView, 'transfers'>) {
  if (transfers.length === 0) return null;
  return (
    <>
      <h2>Đã chuyển</h2>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">Lúc</th>
            <th scope="col">Mã tham chiếu</th>
            <th scope="col">Số tiền</th>
            <th scope="col">Tài khoản</th>
            <th scope="col">Báo có</th>
            <th scope="col">Làm gì</th>
          </tr>
        </thead>
        <tbody>
          {transfers.map((one) => (
            <Row {...one} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ transfer, deliveries }: BankView['transfers'][number]) {
  const state = STATES[noticeState(transfer, deliveries)];
  return (
    <tr>
      <td data-name="Lúc">{formatInstant(Temporal.Instant.from(transfer.at))}</td>
      <td data-name="Mã tham chiếu">{transfer.ref}</td>
      <td data-name="Số tiền">{formatMoney(transfer.amount)}</td>
      <td data-name="Tài khoản">{transfer.account}</td>
      <td data-name="Báo có">
        <span class={state.tone}>{state.short}</span>
        {deliveries.length > 0 && `, đã gửi ${deliveries.length} lần`}
      </td>
      <td>
        <form method="post" action="/ngan-hang/gui-lai">
          <input type="hidden" name="id" value={String(transfer.id)} />
          <button type="submit" class="plain" aria-label={`Gửi lại báo có của ${transfer.ref}`}>
            Gửi lại
          </button>
        </form>
      </td>
    </tr>
  );
}
