// A signed result whose row is changed or taken away afterwards: people are sent to that row to check the paper.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestSignings, testSignings } from '../../tests/support/signing.ts';
import { holdResultsAgainstJournal, resultsOf } from '../modules/results/index.ts';

let line: TestSignings;
beforeAll(async () => {
  line = await testSignings('2026-11-23T09:00');
});
afterAll(async () => line.house.close());

async function findings(): Promise<string[]> {
  const found: string[] = [];
  await holdResultsAgainstJournal(line.house.db, ({ reason }) => found.push(reason));
  return found;
}

const CHANGES = {
  number: sql`number = '99/2026/TB-UBND'`,
  signer: sql`signer_name = 'Kẻ Giả Danh'`,
  moment: sql`signed_at = signed_at - interval '1 day'`,
  agency: sql`agency_name = 'Ủy ban nhân dân xã Khác'`,
  code: sql`check_code = 'AAAA-BBBB'`,
  proofs: sql`proofs = '[{"label": "Người được thông báo", "value": "T… V… Xuân"}]'`,
};

test.each(Object.entries(CHANGES))(
  'its %s is found, and put right it is found no more',
  async (_what, change) => {
    const id = await line.proposed();
    await line.press(id);
    const [issued] = await resultsOf(line.house.db, id);
    const where = sql`where id = ${issued?.id}`;
    expect(await findings()).toEqual([]);
    await line.house.asOwner(async (owner) => {
      await sql`create temp table before as select * from results.result ${where}`.execute(owner);
      await sql`update results.result set ${change} ${where}`.execute(owner);
      expect(await findings()).toEqual([expect.stringContaining('was changed without the journal')]);
      await sql`delete from results.result ${where}`.execute(owner);
      expect(await findings()).toEqual(['the journal tells of this result, but its row is gone']);
      await sql`insert into results.result select * from before`.execute(owner);
      await sql`drop table before`.execute(owner);
    });
    expect(await findings()).toEqual([]);
  },
);

test('the program itself can neither change nor remove one', async () => {
  for (const statement of ["update results.result set signer_name = 'x'", 'delete from results.result'])
    await expect(sql.raw(statement).execute(line.house.db)).rejects.toThrow(/permission denied/u);
});
