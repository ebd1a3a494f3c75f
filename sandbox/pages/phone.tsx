// A telephone to hold: the messages of one number, the newest ringing, and a line to answer.
import { formatInstant } from '../../src/rules/kernel/index.ts';
import type { Inbound, Sms } from '../happenings.ts';
import { Notice } from './frame.tsx';
import type { Person } from './people.ts';

export interface PhoneView {
  /** What was typed; empty at first. */
  readonly typed: string;
  /** Local form; undefined when what was typed is no mobile number. */
  readonly phone: string | undefined;
  readonly inbox: readonly Sms[];
  readonly sentBack: readonly Inbound[];
  readonly people: readonly Person[];
  /** Numbers that got a message lately. */
  readonly recent: readonly string[];
  /** The page asks for itself again every few seconds, because the person wanted so. */
  readonly watching: boolean;
  /** Messages that came within this long before now ring. */
  readonly now: Temporal.Instant;
}

export function Phone(view: PhoneView) {
  return (
    <>
      <form method="get" action="/dien-thoai">
        <div class="field">
          <label for="so">Số điện thoại</label>
          <p class="hint" id="so-goi-y">
            Ví dụ 0912345678, 84912345678 hoặc +84912345678
          </p>
          <input
            type="tel"
            id="so"
            name="so"
            value={view.typed}
            aria-describedby="so-goi-y"
            autocomplete="off"
          />
        </div>
        <button type="submit">Cầm máy này</button>
      </form>
      <Shortcuts {...view} />
      {view.typed !== '' && view.phone === undefined && (
        <Notice tone="bad">
          <p>Bạn phải nhập một số di động Việt Nam gồm 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.</p>
        </Notice>
      )}
      {view.phone !== undefined && <Handset {...view} phone={view.phone} />}
    </>
  );
}

function Shortcuts({ people, recent }: PhoneView) {
  const known = people.filter((person) => person.phone !== '');
  return (
    <>
      <Phones title="Máy của" phones={known.map(({ phone, name }) => ({ phone, name }))} />
      <Phones title="Số vừa có tin" phones={recent.map((phone) => ({ phone, name: phone }))} />
    </>
  );
}

function Phones({ title, phones }: { title: string; phones: { phone: string; name: string }[] }) {
  if (phones.length === 0) return null;
  return (
    <p class="row">
      {title}:
      {phones.map(({ phone, name }) => (
        <a href={`/dien-thoai?so=${encodeURIComponent(phone)}`}>{name}</a>
      ))}
    </p>
  );
}

function Handset({ phone, inbox, sentBack, watching, now }: PhoneView & { phone: string }) {
  const address = `/dien-thoai?so=${phone}`;
  return (
    <>
      <p class="row">
        <a href={watching ? `${address}&tu-xem=1` : address}>Xem tin mới</a>
        {watching ? (
          <a href={address}>Thôi tự xem lại</a>
        ) : (
          <a href={`${address}&tu-xem=1`}>Tự xem lại mỗi 5 giây</a>
        )}
      </p>
      <section class="handset" aria-labelledby="may">
        <h2 id="may">Máy {phone}</h2>
        {inbox.length === 0 && <p>Chưa có tin nhắn nào. Khi hệ thống gửi mã hoặc tin báo, tin hiện ở đây.</p>}
        <ol>
          {inbox.map((sms, place) => (
            <Message sms={sms} ringing={place === 0 && isFresh(sms, now)} />
          ))}
        </ol>
      </section>
      <h2>Nhắn lại cho Cổng</h2>
      <form method="post" action="/dien-thoai/nhan-lai">
        <input type="hidden" name="so" value={phone} />
        <div class="field">
          <label for="text">Nội dung tin</label>
          <p class="hint" id="text-goi-y">
            Ví dụ: TC và mã hồ sơ, để hỏi hồ sơ đến đâu
          </p>
          <input type="text" id="text" name="text" maxLength={160} aria-describedby="text-goi-y" required />
        </div>
        <button type="submit" class="plain">
          Gửi tin
        </button>
      </form>
      {sentBack.length > 0 && (
        <ul>
          {sentBack.map((one) => (
            <li>
              “{one.text}”, {formatInstant(Temporal.Instant.from(one.at))}: {carried(one.status)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Message({ sms, ringing }: { sms: Sms; ringing: boolean }) {
  return (
    <li class={ringing ? 'sms new' : 'sms'}>
      <p class="from">
        {ringing && (
          <>
            <Bell /> <span class="good-text">Tin mới</span>{' '}
          </>
        )}
        {sms.from}
      </p>
      <p>{sms.text}</p>
      <p class="muted">
        <time datetime={sms.at}>{formatInstant(Temporal.Instant.from(sms.at))}</time>
      </p>
    </li>
  );
}

function Bell() {
  return (
    <svg class="bell" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M10 1a2 2 0 0 1 2 2c3 1 4 3 4 6v4l2 2v1H2v-1l2-2V9c0-3 1-5 4-6a2 2 0 0 1 2-2zM8 17h4a2 2 0 0 1-4 0z" />
    </svg>
  );
}

const FRESH_MINUTES = 3;

function isFresh(sms: Sms, now: Temporal.Instant): boolean {
  const age = now.since(Temporal.Instant.from(sms.at)).total('minutes');
  return age >= -FRESH_MINUTES && age <= FRESH_MINUTES;
}

function carried(status: number): string {
  if (status >= 200 && status < 300) return 'Cổng đã nhận';
  return status === 0 ? 'không tới được Cổng' : `Cổng không nhận (mã ${status})`;
}
