// A birth registration that the officials have asked back, filed through the portal and asked through the desk's acts.
import { expect } from 'vitest';
import { accept, askForSupplement, take } from '../../src/modules/dossiers/index.ts';
import { findPersonByNumber } from '../../src/modules/people/index.ts';
import { act } from '../../src/platform/act.ts';
import { BIRTH, file } from './filing.ts';
import { BINH, type TestPortal, type Visitor } from './portal.ts';

const CHI = '024192003456';

export const ITEMS = [
  {
    kind: 'component',
    subject: 'birthCert',
    name: 'Giấy chứng sinh',
    wrong: 'Ảnh bị mờ, không đọc được ngày sinh.',
    todo: 'Chụp lại cho rõ cả bốn góc.',
  },
  {
    kind: 'field',
    subject: 'child.hometown',
    name: 'Quê quán của trẻ',
    wrong: 'Chưa đúng theo quê của cha.',
    todo: 'Ghi theo quê quán của cha.',
  },
] as const;

async function official({ deps }: TestPortal, number: string) {
  const person = await findPersonByNumber(deps.db, number);
  return { kind: 'official', personId: person!.id, name: person!.fullName } as const;
}

/**
 * Files at 08:00, asks back at 10:00, and leaves the clock at 14:30 of Monday 23/11/2026.
 * @param accepted asked by the examiner after acceptance; else by the desk before it
 * @returns the address of the answer
 */
export async function askedBack(portal: TestPortal, owner: Visitor, accepted: boolean): Promise<string> {
  const { deps, clock } = portal;
  clock.set('2026-11-23T08:00');
  const dossierId = await file(portal, owner, '1.001193', BIRTH);
  const by = async (number: string) => ({
    db: deps.db,
    actor: await official(portal, number),
    now: clock.now(),
  });
  if (accepted) {
    expect(await act(await by(BINH), (ctx) => accept(ctx, { dossierId }, deps.books))).toMatchObject({
      ok: true,
    });
    expect(await act(await by(CHI), (ctx) => take(ctx, { dossierId }))).toMatchObject({ ok: true });
  }
  clock.set('2026-11-23T10:00');
  const request = {
    dossierId,
    reason: 'Thiếu căn cứ để ghi vào sổ hộ tịch.',
    items: [...ITEMS],
    answerPlace: 'trên Cổng',
  };
  const asker = await by(accepted ? CHI : BINH);
  expect(await act(asker, (ctx) => askForSupplement(ctx, request, deps.books))).toMatchObject({ ok: true });
  clock.set('2026-11-23T14:30');
  return `/ho-so/${dossierId}/bo-sung`;
}
