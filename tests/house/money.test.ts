// One truth for money: it moves by receipts alone, payments know nothing of dossiers, and one function says when a fee is asked.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DossierChange } from '../../src/modules/dossiers/store.ts';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

interface Line {
  readonly file: string;
  readonly text: string;
}

/** The lines of the program that are no comment, without its tests. */
const LINES: readonly Line[] = globSync('**/*.{ts,tsx}', { cwd: SRC })
  .filter((file) => !/\.test\.tsx?$|\/cases\.ts$/u.test(file))
  .flatMap((file) =>
    readFileSync(SRC + file, 'utf8')
      .split('\n')
      .filter((text) => !/^\s*(?:\/\/|\*|\/\*\*)/u.test(text))
      .map((text) => ({ file, text })),
  );

const filesWith = (pattern: RegExp, lines = LINES) =>
  [...new Set(lines.filter(({ text }) => pattern.test(text)).map(({ file }) => file))].sort();

/** A line that writes where the money of a dossier stands. */
const WRITES = /\bmoney_state:|\bset money_state\b/u;
/** A line that says for itself what `feeAsked` says: from when, where and state of the money. */
const JUDGES =
  /(?:moneyState|money_state)\s*[!=]==|\bfee\??\.(?:when|online)\s*[!=]==|->>\s*'(?:when|online)'/u;

describe('the money of a dossier', () => {
  it('is written by the store of dossiers: when it is sent, and as the mirror of its bill', () => {
    const written = LINES.filter(({ text }) => WRITES.test(text));
    expect(written.map(({ file }) => file)).toEqual([
      'modules/dossiers/store.ts',
      'modules/dossiers/store.ts',
    ]);
    // @ts-expect-error no act may carry it among what it changes
    const change: DossierChange = { moneyState: 'paid' };
    expect(Object.keys(change)).toEqual(['moneyState']);
  });

  it('is mirrored by settle-fee alone, and that is called with what the receipts add up to', () => {
    expect(filesWith(/\bmirrorMoney\(/u)).toEqual([
      'modules/dossiers/settle-fee.ts',
      'modules/dossiers/store.ts',
    ]);
    expect(filesWith(/\b(?:settleAtDesk|markSettled)(?:<\w+>)?\(/u)).toEqual([
      'flows/settle-bill.ts',
      'modules/dossiers/settle-fee.ts',
    ]);
  });

  it('moves by a transfer, by cash or by an exemption: nothing else writes a receipt', () => {
    expect(filesWith(/\binsertReceipt\(/u)).toEqual([
      'modules/payments/exempt.ts',
      'modules/payments/receive-cash.ts',
      'modules/payments/receive-transfer.ts',
      'modules/payments/store.ts',
    ]);
    expect(filesWith(/payments\.receipt'/u)).toEqual(['modules/payments/store.ts']);
  });
});

it('payments know a bill for {kind, id} and no word of what it is for', () => {
  const payments = LINES.filter(({ file }) => file.startsWith('modules/payments/'));
  expect(payments.length).toBeGreaterThan(500);
  expect(payments.filter(({ text }) => /dossier|hồ sơ/iu.test(text))).toEqual([]);
});

it('when and where a fee is asked is said by rules/fees/fee-asked.ts and nowhere again', () => {
  expect(filesWith(JUDGES)).toEqual(['modules/dossiers/settle-fee.ts', 'rules/fees/fee-asked.ts']);
});

it.each([
  [WRITES, 'update dossiers.dossier set money_state = $1'],
  [WRITES, "    .set({ money_state: 'paid' })"],
  [JUDGES, "  if (dossier.moneyState === 'due') return true;"],
  [JUDGES, "  const when = fee.when === 'return' ? 'sau' : 'ngay';"],
  [JUDGES, '  d.fee->>\'when\' as "feeWhen",'],
])('bites: %s finds %s', (pattern, text) => {
  expect(filesWith(pattern, [{ file: 'x.ts', text }])).toEqual(['x.ts']);
});
