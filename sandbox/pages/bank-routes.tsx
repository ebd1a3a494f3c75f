// The bank's pages: a scan by address, a payment by button, a notice sent again.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Bank, Misbehaviour, type SettleFailure } from '../bank.ts';
import { FAILURES } from '../bank-doors.ts';
import type { Bill } from '../happenings.ts';
import type { Sandbox } from '../sandbox.ts';
import { readVietQr } from '../vietqr.ts';
import { BANK_MOODS, type BankMood, BankPage } from './bank.tsx';
import type { Show } from './show.ts';

const Payment = z.object({
  payload: z.string().max(512).optional(),
  ref: z.string().max(60).default(''),
  amount: z.string().default(''),
  account: z.string().default(''),
  kieu: z.enum(BANK_MOODS.map(([value]) => value)).default('dung'),
});
type Payment = z.infer<typeof Payment>;

const WRONG_ACCOUNT = '0000000000';

/** Mounts the bank's pages; `/bank` is the address that the portal's pay page knows. */
export function bankPages(app: FastifyInstance, sandbox: Sandbox, bank: Bank, show: Show): void {
  const Query = z.object({
    payload: z.string().optional(),
    'da-chuyen': z.coerce.number().optional(),
    loi: z.string().optional(),
  });
  app.get('/bank', (request, reply) =>
    reply.redirect(`/ngan-hang${new URL(request.url, 'http://sandbox').search}`, 302),
  );
  app.get('/ngan-hang', (request, reply) => {
    const query = Query.parse(request.query);
    const { bill, trouble } = tryRead(query.payload);
    const paid = sandbox.memory.transfers.get(query['da-chuyen'] ?? 0);
    const view = {
      payload: query.payload ?? '',
      bill,
      trouble: trouble ?? query.loi,
      paid: paid && { transfer: paid, deliveries: sandbox.memory.deliveriesOf(paid.id) },
      transfers: [...sandbox.memory.transfers.values()]
        .slice(-50)
        .toReversed()
        .map((transfer) => ({ transfer, deliveries: sandbox.memory.deliveriesOf(transfer.id) })),
    };
    return show(reply, '/ngan-hang', 'Ngân hàng', <BankPage {...view} />);
  });
  app.post('/ngan-hang', async (request, reply) => {
    const outcome = await pay(bank, Payment.parse(request.body));
    const query = new URLSearchParams(
      typeof outcome === 'number' ? { 'da-chuyen': String(outcome) } : { loi: outcome },
    );
    return reply.redirect(`/ngan-hang?${query}`, 303);
  });
  app.post('/ngan-hang/gui-lai', async (request, reply) => {
    const { id } = z.object({ id: z.coerce.number().int() }).parse(request.body);
    await bank.resend(id);
    return reply.redirect(`/ngan-hang?da-chuyen=${id}`, 303);
  });
}

function tryRead(payload: string | undefined): { bill?: Bill; trouble?: string } {
  if (payload === undefined || payload.trim() === '') return {};
  try {
    return { bill: readVietQr(payload) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : 'Không đọc được mã QR.' };
  }
}

/** @returns the transfer's id, or a sentence that says why there is none */
async function pay(bank: Bank, form: Payment): Promise<number | string> {
  const read = tryRead(form.payload);
  if (read.trouble !== undefined) return read.trouble;
  const bill = read.bill ? await bank.scan(form.payload ?? '') : await findBill(bank, form);
  if (typeof bill === 'string') return FAILURES[bill].message;
  const typed = form.amount.replace(/[.\s đ]/gu, '');
  const amount = typed === '' ? bill.amount : Number(typed);
  const how = Misbehaviour.safeParse({
    amount: amount ?? undefined,
    account: form.account || bill.account,
    ...moodOf(form.kieu, amount),
  });
  if (!how.success) return 'Số tiền phải là số nguyên đồng lớn hơn 0, số tài khoản gồm 6 đến 19 chữ và số.';
  const settled = await bank.settle(bill.ref, how.data);
  return typeof settled === 'string' ? FAILURES[settled].message : settled.transfer.id;
}

/** The bill of a typed reference; one that the portal does not know can be paid when everything else is typed. */
async function findBill(bank: Bank, form: Payment): Promise<Bill | SettleFailure> {
  const found = form.ref.trim() === '' ? 'unknown' : await bank.find(form.ref.trim().toUpperCase());
  if (typeof found !== 'string' || form.amount === '' || form.account === '') return found;
  return { ref: form.ref.trim(), amount: null, bin: '', account: form.account, purpose: form.ref.trim() };
}

function moodOf(mood: BankMood, amount: number | null): Partial<Misbehaviour> {
  if (mood === 'bao-hai-lan') return { times: 2 };
  if (mood === 'thieu' && amount !== null) return { amount: Math.max(1, Math.floor(amount / 2)) };
  if (mood === 'sai-tai-khoan') return { account: WRONG_ACCOUNT };
  if (mood === 'tre') return { late: true };
  if (mood === 'mat') return { lost: true };
  if (mood === 'gia') return { forged: true };
  return {};
}
