// The acts of the desk each done by whose work it is: for tests that need a dossier at some stage.
import { exemptFee, takeFee } from '../../src/flows/settle-bill.ts';
import {
  accept,
  answerSupplement,
  askForSupplement,
  type Books,
  deliver,
  finish,
  openForSigning,
  propose,
  refuseIntake,
  returnToExaminer,
  take,
  withdraw,
} from '../../src/modules/dossiers/index.ts';
import type { Ctx } from '../../src/platform/act.ts';
import type { Result } from '../../src/rules/kernel/index.ts';
import type { ActName } from '../../src/rules/lifecycle/index.ts';
import type { DossierHouse, PersonName } from './dossier-fixture.ts';

type Work = (ctx: Ctx, dossierId: string) => Promise<Result<unknown>>;

/** A line of the general form that may be asked for. */
export const ITEM = {
  kind: 'field',
  subject: 'content',
  name: 'Nội dung đề nghị',
  wrong: 'Chưa ghi ngày.',
  todo: 'Ghi ngày đề nghị.',
} as const;

/** Whole đồng that a dossier owes after `owe`. */
export const OWED = 8_000;

/** Lets a dossier owe a fee that is due at reception and taken at the counter. */
export async function owe(house: DossierHouse, id: string): Promise<void> {
  const line = { name: 'Lệ phí', quantity: 1, unitAmount: OWED, amount: OWED, basis: 'TT 226/2016/TT-BTC' };
  const fee = JSON.stringify({ lines: [line], total: OWED, when: 'reception', online: false });
  await house.db
    .updateTable('dossiers.dossier')
    .set({ fee, money_state: 'due' })
    .where('id', '=', id)
    .execute();
}

const worksWith = (books: Books) =>
  ({
    accept: (ctx, dossierId) => accept(ctx, { dossierId }, books),
    askForSupplement: (ctx, dossierId) =>
      askForSupplement(
        ctx,
        { dossierId, reason: '', items: [ITEM], answerPlace: 'motcua.example/ho-so' },
        books,
      ),
    refuseIntake: (ctx, dossierId) =>
      refuseIntake(
        ctx,
        { dossierId, reason: 'Không thuộc thẩm quyền của xã.', legalBasis: 'NĐ 118/2025/NĐ-CP', advice: '' },
        books,
      ),
    take: (ctx, dossierId) => take(ctx, { dossierId }),
    propose: (ctx, dossierId) =>
      propose(ctx, {
        dossierId,
        note: 'Đủ điều kiện, đề nghị ký.',
        result: { template: 'thong-bao-ket-qua@2', values: {} },
      }),
    returnToExaminer: (ctx, dossierId) => returnToExaminer(ctx, { dossierId, why: 'Ghi rõ họ tên bên nữ.' }),
    sign: async (ctx, dossierId) => {
      const opened = await openForSigning(ctx, { dossierId });
      return opened.ok ? finish(ctx, { dossierId, proposalId: opened.value.proposal?.id ?? '' }) : opened;
    },
    takeFee: (ctx, dossierId) => takeFee(ctx, { dossierId, payer: 'Nguyễn Văn An', amount: OWED }, books),
    exemptFee: (ctx, dossierId) =>
      exemptFee(ctx, {
        dossierId,
        reason: 'Người nộp thuộc hộ nghèo, có giấy chứng nhận.',
        legalBasis: 'Khoản 1 Điều 10 Luật Phí và lệ phí 97/2015/QH13',
      }),
    deliver: (ctx, dossierId) => deliver(ctx, { dossierId, identityChecked: true, note: '' }),
    withdraw: (ctx, dossierId) => withdraw(ctx, { dossierId }),
    answerSupplement: (ctx, dossierId) => answerSupplement(ctx, { dossierId, note: '' }, books),
  }) satisfies Record<ActName, Work>;

const SEATS: Record<ActName, PersonName> = {
  accept: 'binh',
  askForSupplement: 'binh',
  refuseIntake: 'binh',
  take: 'chi',
  propose: 'chi',
  returnToExaminer: 'dung',
  sign: 'dung',
  takeFee: 'binh',
  exemptFee: 'binh',
  deliver: 'binh',
  withdraw: 'an',
  answerSupplement: 'an',
};

export interface Works {
  /** Does an act as someone; as whose work it is unless told. */
  run(name: ActName, id: string, who?: PersonName): Promise<Result<unknown>>;
  /** A fresh dossier on which these acts have been done. */
  dossierAfter(...done: ActName[]): Promise<string>;
}

export function worksOf(house: DossierHouse): Works {
  const works = worksWith(house.books);
  const run: Works['run'] = (name, id, who = SEATS[name]) =>
    house.as<unknown>(who, (ctx) => works[name](ctx, id));
  return {
    run,
    async dossierAfter(...done) {
      const id = await house.file();
      for (const name of done) {
        const result = await run(name, id);
        if (!result.ok) throw new Error(`${name}: ${result.refusal.code}`);
      }
      return id;
    },
  };
}
