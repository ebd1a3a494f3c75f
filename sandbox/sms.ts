// The carrier: eSMS V4 as the vendor speaks it (HTTP 200 even when it refuses), and the doors to look into a phone.
// The last four digits of the number choose the mood.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Inbound, Sms } from './happenings.ts';
import { isSandboxKey, localPhone, type Sandbox } from './sandbox.ts';

/** Shown on the page as well. */
export const SMS_MOODS = {
  '0001': 'nhà mạng từ chối: số bị chặn (mã 99), không bao giờ gửi được',
  '0002': 'nhà mạng nhận tin nhưng trả lời chậm',
  '0003': 'hai lần đầu máy chủ nhà mạng lỗi 500, lần thứ ba thì nhận',
  '0004': 'tài khoản gửi tin hết tiền (mã 103)',
} as const;

const Request = z.object({
  ApiKey: z.string(),
  SecretKey: z.string(),
  Phone: z.string(),
  Content: z.string().min(1),
  Brandname: z.string(),
  SmsType: z.string(),
  IsUnicode: z.enum(['0', '1']).default('0'),
  Sandbox: z.enum(['0', '1']).optional(),
  RequestId: z.string().max(50).default(''),
});
type Request = z.infer<typeof Request>;

interface Answer {
  readonly CodeResult: string;
  readonly CountRegenerate: 0;
  readonly SMSID?: string;
  readonly ErrorMessage?: string;
}

const refusal = (CodeResult: string, ErrorMessage: string): Answer => ({
  CodeResult,
  CountRegenerate: 0,
  ErrorMessage,
});

/** Mounts the vendor's endpoint. */
export function smsWire(app: FastifyInstance, sandbox: Sandbox): void {
  const failures = new Map<string, number>();
  const arriving = new Set<string>();
  app.post('/MainService.svc/json/SendMultipleMessage_V4_post_json/', async (request, reply) => {
    const parsed = Request.safeParse(request.body);
    if (!parsed.success) return refusal('210', 'The payload is not as specified.');
    const wrong = refuse(parsed.data);
    if (wrong !== undefined) return wrong;
    const phone = localPhone(parsed.data.Phone);
    if (phone === undefined) return refusal('108', 'Phone number is not in correct format.');
    const mood = phone.slice(-4);
    if (mood === '0003' && failTwice(failures, parsed.data))
      return reply.code(500).type('text/html').send('<h1>500</h1>');
    const answer = await takeOnce(sandbox, arriving, phone, parsed.data);
    if (mood === '0002' && answer.CodeResult === '100') await sandbox.dawdle();
    return answer;
  });
}

function refuse(message: Request): Answer | undefined {
  if (!isSandboxKey(message.ApiKey) || !isSandboxKey(message.SecretKey))
    return refusal('101', 'Wrong ApiKey or SecretKey.');
  if (!/^[A-Za-z0-9._ -]{1,11}$/u.test(message.Brandname)) return refusal('104', 'Brandname does not exist.');
  if (message.SmsType !== '2') return refusal('118', 'Unsupported message type.');
  if (message.Phone.endsWith('0001')) return refusal('99', 'The phone number is blocked in the system.');
  if (message.Phone.endsWith('0004')) return refusal('103', 'Not enough balance to send message.');
  return undefined;
}

function failTwice(failures: Map<string, number>, message: Request): boolean {
  const key = message.RequestId || `${message.Phone} ${message.Content}`;
  const failed = failures.get(key) ?? 0;
  failures.set(key, failed + 1);
  return failed < 2;
}

/** The same request id twice makes one message, also when both arrive in the same moment. */
async function takeOnce(
  sandbox: Sandbox,
  arriving: Set<string>,
  to: string,
  message: Request,
): Promise<Answer> {
  const id = message.RequestId;
  if (id === '') return take(sandbox, to, message);
  if (arriving.has(id) || sandbox.memory.findRequest(id) !== undefined)
    return refusal('124', 'Duplicate RequestId.');
  arriving.add(id);
  try {
    return await take(sandbox, to, message);
  } finally {
    arriving.delete(id);
  }
}

async function take(sandbox: Sandbox, to: string, message: Request): Promise<Answer> {
  const sms: Sms = {
    type: 'sms',
    id: randomUUID(),
    requestId: message.RequestId,
    to,
    from: message.Brandname,
    text: message.IsUnicode === '1' ? message.Content : asGsm(message.Content),
    at: sandbox.clock.now().toString({ smallestUnit: 'second' }),
  };
  await sandbox.memory.remember(sms);
  return { CodeResult: '100', CountRegenerate: 0, SMSID: sms.id };
}

/** What a phone shows of a text sent without Unicode: letters outside the alphabet become question marks. */
function asGsm(text: string): string {
  return [...text]
    .map((letter) => (/[\n\r -_a-~€£¥èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà§¡¿]/u.test(letter) ? letter : '?'))
    .join('');
}

/** Mounts the JSON doors of the phone. */
export function smsDoors(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/sms', async (request, reply) => {
    const { to } = z.object({ to: z.string().optional() }).parse(request.query);
    if (to === undefined) return sandbox.memory.sms.slice(-200).toReversed().map(face);
    const phone = localPhone(to);
    if (phone === undefined) return reply.code(400).send({ error: 'to must be a Vietnamese mobile number' });
    return sandbox.memory.inbox(phone).map(face);
  });
  // No module sends mail yet; the door is there so that scripts written against it do not break.
  app.get('/mail', async () => []);
  app.post('/sms/inbound', async (request, reply) => {
    const parsed = z.object({ from: z.string(), text: z.string().min(1).max(1000) }).safeParse(request.body);
    const from = parsed.success ? localPhone(parsed.data.from) : undefined;
    if (!parsed.success || from === undefined)
      return reply.code(400).send({ error: 'send {from: a Vietnamese mobile number, text}' });
    const { id, status } = await sendInbound(sandbox, from, parsed.data.text);
    return { id, delivered: status >= 200 && status < 300, status };
  });
}

const face = ({ to, text, at }: Sms) => ({ to, text, at });

/** Carries a phone's message to the portal, once. @returns the record with the portal's status, 0 when not reached */
export async function sendInbound(sandbox: Sandbox, from: string, text: string): Promise<Inbound> {
  const id = randomUUID();
  const at = sandbox.clock.now().toString({ smallestUnit: 'second' });
  const answer = await fetch(new URL('/api/sms/den', sandbox.options.portalUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, from: `+84${from.slice(1)}`, text: text.normalize('NFC'), at }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  const inbound: Inbound = { type: 'inbound', id, from, text, at, status: answer?.status ?? 0 };
  await sandbox.memory.remember(inbound);
  return inbound;
}
