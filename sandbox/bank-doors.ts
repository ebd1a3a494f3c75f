// The bank's JSON doors: what was scanned and paid, paying, and sending a notice again.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Bank, Misbehaviour, type SettleFailure } from './bank.ts';
import type { Delivery, Transfer } from './happenings.ts';
import type { Sandbox } from './sandbox.ts';
import { referenceIn } from './vietqr.ts';

/** Why a bank could not pay, for people. */
export const FAILURES: Record<SettleFailure, { status: number; message: string }> = {
  unknown: {
    status: 404,
    message:
      'Cổng không có khoản phải nộp nào mang mã này. Hãy kiểm tra lại mã, hoặc nhập cả số tiền và số tài khoản.',
  },
  unreachable: {
    status: 502,
    message:
      'Không hỏi được Cổng về mã này. Hãy thử lại khi Cổng đã chạy, hoặc nhập cả số tiền và số tài khoản.',
  },
  noAmount: { status: 409, message: 'Mã QR này không ghi số tiền. Bạn phải nhập số tiền muốn chuyển.' },
};

/** Mounts the doors. */
export function bankDoors(app: FastifyInstance, sandbox: Sandbox, bank: Bank): void {
  app.get('/payments', async (request) => {
    const { ref } = z.object({ ref: z.string().optional() }).parse(request.query);
    if (ref === undefined) return references(sandbox).map((one) => face(sandbox, one));
    const wanted = referenceIn(ref);
    const bill = await bank.find(wanted);
    const known = face(sandbox, wanted);
    if (typeof bill === 'string') return known.transfers.length > 0 ? [known] : [];
    return [{ ...known, ...bill }];
  });
  app.post('/payments', async (request, reply) => {
    const body = z.object({ payload: z.string().min(1).max(512) }).safeParse(request.body);
    if (!body.success) return reply.code(400).send({ error: 'send {payload}' });
    try {
      return await reply.code(201).send(await bank.scan(body.data.payload));
    } catch (error) {
      return reply.code(400).send({ error: error instanceof Error ? error.message : 'unreadable' });
    }
  });
  app.post('/payments/:ref/settle', async (request, reply) => {
    const { ref } = z.object({ ref: z.string().min(1).max(60) }).parse(request.params);
    const how = Misbehaviour.safeParse(request.body ?? {});
    if (!how.success)
      return reply.code(400).send({
        error: how.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
      });
    const settled = await bank.settle(ref, how.data);
    return typeof settled === 'string'
      ? sendFailure(reply, settled)
      : transferFace(sandbox, settled.transfer);
  });
  app.post('/payments/transfers/:id/resend', async (request, reply) => {
    const { id } = z.object({ id: z.coerce.number().int() }).parse(request.params);
    const delivery = await bank.resend(id);
    return delivery ? deliveryFace(delivery) : reply.code(404).send({ error: 'unknown transfer' });
  });
}

function sendFailure(reply: FastifyReply, failure: SettleFailure) {
  const { status, message } = FAILURES[failure];
  return reply.code(status).send({ error: failure, message });
}

/** Every reference seen, the latest first. */
export function references(sandbox: Sandbox): string[] {
  const seen = new Set<string>();
  for (const transfer of [...sandbox.memory.transfers.values()].toReversed()) seen.add(transfer.ref);
  for (const ref of [...sandbox.memory.scans.keys()].toReversed()) seen.add(ref);
  return [...seen];
}

function face(sandbox: Sandbox, ref: string) {
  const bill = sandbox.memory.scans.get(ref)?.bill;
  const transfers = sandbox.memory.transfersOf(ref).map((transfer) => transferFace(sandbox, transfer));
  const first = transfers[0];
  return {
    ref,
    amount: bill?.amount ?? first?.amount ?? null,
    account: bill?.account ?? first?.account ?? '',
    bin: bill?.bin ?? '',
    purpose: bill?.purpose ?? '',
    transfers,
  };
}

function transferFace(sandbox: Sandbox, transfer: Transfer) {
  const deliveries = sandbox.memory.deliveriesOf(transfer.id);
  const { id, ref, amount, account, at } = transfer;
  return {
    transactionId: String(id),
    ref,
    amount,
    account,
    at,
    notice: noticeState(transfer, deliveries),
    deliveries: deliveries.map(deliveryFace),
  };
}

/** `taken`: the portal confirmed it; `refused`: it answered no; `unreached`: it did not answer; `held`: not sent. */
export function noticeState(
  transfer: Transfer,
  deliveries: readonly Delivery[],
): 'taken' | 'refused' | 'unreached' | 'held' {
  if (deliveries.some((one) => one.taken)) return 'taken';
  const last = deliveries.at(-1);
  if (last === undefined) return transfer.mood === 'held' ? 'held' : 'unreached';
  return last.status === 0 ? 'unreached' : 'refused';
}

const deliveryFace = ({ at, status, taken, answer }: Delivery) => ({ at, status, taken, answer });
