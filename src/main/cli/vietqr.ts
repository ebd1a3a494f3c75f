// `vietqr`: the payload of a payment code, for banks of the NAPAS table only.
import { z } from 'zod';
import { encodeVietQr } from '../../rules/fees/vietqr.ts';
import { readReference } from './data-folder.ts';
import { lineByLine, questionOf } from './json-lines.ts';

const BANKS = z.object({ banks: z.array(z.object({ bin: z.string() })) });

const QUESTION = z.object({
  bin: z.string({ error: 'phải là chuỗi 6 chữ số' }),
  account: z.string({ error: 'phải là chuỗi chữ số hoặc chữ cái' }),
  amount: z.number({ error: 'phải là số nguyên đồng hoặc null' }).nullish(),
  purpose: z.string({ error: 'phải là chuỗi ký tự' }).nullish(),
  service: z.enum(['QRIBFTTA', 'QRIBFTTC'], { error: 'phải là QRIBFTTA hoặc QRIBFTTC' }).nullish(),
  bill: z.string({ error: 'phải là chuỗi ký tự' }).nullish(),
});

/** `{bin, account, amount, purpose, service?, bill?}` → `{payload}`; amount null makes a static code. */
export const run = lineByLine(() => {
  const bins = new Set(BANKS.parse(readReference('bank-bins.json')).banks.map(({ bin }) => bin));
  return (line) => {
    const { bin, account, amount, purpose, service, bill } = questionOf(QUESTION, line);
    const qr = { bin, account, amount: amount ?? null, purpose: purpose ?? '' };
    return {
      payload: encodeVietQr({ ...qr, service: service ?? undefined, bill: bill ?? undefined }, bins),
    };
  };
});
