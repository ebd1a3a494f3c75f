// What every signer must do, whoever makes the signature.
import { expect, test } from 'vitest';
import type { Signer, UnsignedPaper } from '../../modules/results/ports.ts';

const paper = (key: string): UnsignedPaper => ({
  key,
  bytes: Buffer.from('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\nstartxref\n9\n%%EOF\n'),
  signer: { personId: '01a20909-47a3-7032-abff-94958bcc6785', name: 'Phạm Văn Dũng' },
  title: 'Số 12/2026/TB-UBND',
});
const patient = () => AbortSignal.timeout(10_000);

/** Declares the shared tests. @param stage is called when a test runs */
export function signerCases(stage: () => Signer): void {
  test('what is signed begins with the very paper that was shown', async () => {
    const unsigned = paper('one');
    const outcome = await stage().sign(unsigned, patient());
    expect(outcome.kind).toBe('signed');
    if (outcome.kind === 'signed')
      expect(outcome.bytes.subarray(0, unsigned.bytes.length)).toEqual(unsigned.bytes);
  });

  test('asked again under the same key it gives the same signature, not a second one', async () => {
    const signer = stage();
    const both = [await signer.sign(paper('two'), patient()), await signer.sign(paper('two'), patient())];
    expect(both[1]).toEqual(both[0]);
  });

  test('it does not throw when nobody waits any longer', async () => {
    const outcome = await stage().sign(paper('three'), AbortSignal.abort());
    expect(['signed', 'tryAgain', 'unknown']).toContain(outcome.kind);
  });
}
