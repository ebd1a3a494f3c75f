// The pages as a person without JavaScript uses them: links and forms only.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { esms } from '../../src/adapters/sms/esms.ts';
import { type Rehearsal, rehearse } from '../rehearsal.ts';

const PAYLOAD =
  '00020101021238540010A00000072701240006970436011010226631400208QRIBFTTA53037045405150005802VN62200816DVC H01231100017630479DE';

let sandbox: Rehearsal;
beforeEach(async () => {
  sandbox = await rehearse();
  const an = {
    name: 'Nguyễn Văn An',
    role: 'Người dân',
    username: '024090000001',
    password: 'Mau#2026',
    phone: '0912345678',
    note: '',
  };
  await writeFile(join(sandbox.varDir, 'demo-people.json'), JSON.stringify([an]));
});
afterEach(() => sandbox.close());

async function open(path: string): Promise<string> {
  const response = await fetch(`${sandbox.url}${path}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  return (await response.text()).replaceAll('&quot;', '"');
}

/** Sends a form as a browser does and follows to the page it leads to. */
async function press(path: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: { origin: sandbox.url },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
  return open(response.headers.get('location') ?? '');
}

const send = (text: string) =>
  esms({
    url: `${sandbox.url}/MainService.svc/json`,
    apiKey: 'sandbox',
    secretKey: 'sandbox',
    brandname: 'MOTCUA',
  }).send({
    to: '+84912345678',
    subject: '',
    text,
    messageId: text.slice(0, 40),
  });

test.each([
  ['/', ['Nguyễn Văn An', '024090000001', '/dien-thoai?so=0912345678', '0001', '3333']],
  ['/huong-dan', ['024090000001', 'điện thoại của Nguyễn Văn An', 'Lương Phong']],
  ['/dien-thoai', ['Số điện thoại', 'Nguyễn Văn An']],
  ['/ngan-hang', ['Nội dung mã QR', 'Mã tham chiếu']],
  ['/dong-ho', ['15/05/2023', 'đúng giờ thật']],
])('%s says what one needs', async (path, words) => {
  const page = await open(path);
  for (const word of words) expect(page).toContain(word);
  expect(page).not.toContain('<script');
});

test('a code that was sent is read on the phone', async () => {
  expect(await open('/dien-thoai?so=0912345678')).toContain('Chưa có tin nhắn nào');
  await send('123456 la ma OTP');
  const page = await open('/dien-thoai?so=%2B84912345678');
  expect(page).toContain('123456 la ma OTP');
  expect(page).toContain('Tin mới');
});
test('a message cannot bring its own markup', async () => {
  await send('<script>alert(1)</script>');
  expect(await open('/dien-thoai?so=0912345678')).toContain('&lt;script>alert(1)');
});
test('a number that is none gets a sentence that says what to do', async () => {
  expect(await open('/dien-thoai?so=12')).toContain('Bạn phải nhập một số di động');
});
test('the page reloads itself only for whoever asked', async () => {
  const refresh = async (path: string) => (await fetch(`${sandbox.url}${path}`)).headers.get('refresh');
  expect(await refresh('/dien-thoai?so=0912345678')).toBeNull();
  expect(await refresh('/dien-thoai?so=0912345678&tu-xem=1')).toBe('5');
});
test('a phone answers the portal', async () => {
  expect(await press('/dien-thoai/nhan-lai', { so: '0912345678', text: 'TC 17' })).toContain('Cổng đã nhận');
});

test('the address that the pay page knows leads to the bill', async () => {
  const page = await open(`/bank?payload=${encodeURIComponent(PAYLOAD)}`);
  for (const word of ['15.000 đ', '1022663140', 'DVC H01231100017']) expect(page).toContain(word);
  expect(page).not.toContain('<img');
});
test.each([
  ['dung', 1, { transferAmount: 15_000, accountNumber: '1022663140' }, 'Cổng đã nhận báo có'],
  ['bao-hai-lan', 2, { transferAmount: 15_000 }, 'Cổng đã nhận báo có'],
  ['thieu', 1, { transferAmount: 7_500 }, 'Đã chuyển 7.500 đ'],
  ['sai-tai-khoan', 1, { accountNumber: '0000000000' }, 'tài khoản 0000000000'],
])('paying by the page, %s', async (kieu, times, notice, words) => {
  expect(await press('/ngan-hang', { payload: PAYLOAD, kieu })).toContain(words);
  expect(sandbox.heard.map((one): unknown => JSON.parse(one.body.toString()))).toEqual(
    Array.from({ length: times }, () => expect.objectContaining(notice)),
  );
});
test('a lost notice waits, and goes when "Gửi lại" is pressed', async () => {
  const page = await press('/ngan-hang', { payload: PAYLOAD, kieu: 'mat' });
  expect(page).toContain('Cổng chưa biết gì');
  expect(sandbox.heard).toHaveLength(0);
  const id = /name="id" value="(\d+)"/u.exec(page)?.[1] ?? '';
  expect(await press('/ngan-hang/gui-lai', { id })).toContain('Cổng đã nhận báo có');
});
test('a typed reference that the portal does not know says what to do', async () => {
  sandbox.portalAnswers(() => ({ status: 404, body: {} }));
  expect(await press('/ngan-hang', { ref: 'DVC000000000000' })).toContain('không có khoản phải nộp nào');
});
test('a damaged code says so', async () => {
  expect(await open(`/ngan-hang?payload=${encodeURIComponent(PAYLOAD.replace('15000', '95000'))}`)).toContain(
    'Mã QR hỏng',
  );
});

test('the clock is turned by a button and by hand', async () => {
  expect(await press('/dong-ho', { now: '2023-05-15T08:00' })).toContain('08:00 ngày 15/05/2023');
  expect(await press('/dong-ho', { now: '23/11/2026 9:05' })).toContain('09:05 ngày 23/11/2026');
  expect(await press('/dong-ho', { advance: 'P1D' })).toContain('09:05 ngày 24/11/2026');
  expect(await press('/dong-ho', { now: 'mai' })).toContain('Bạn phải nhập ngày và giờ');
  expect(await press('/dong-ho', { real: '1' })).toContain('đúng giờ thật');
});
