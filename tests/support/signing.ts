// Dossiers that wait for a leader's signature, and a signer whose answer the test chooses.
import type { OrderHouse } from '../../src/flows/result-order.ts';
import { finishSignings, type SigningHouse, sign } from '../../src/flows/sign.ts';
import { assign } from '../../src/modules/agencies/index.ts';
import { propose } from '../../src/modules/dossiers/index.ts';
import { bookOf, type GivenNumber, type IssuedResult } from '../../src/modules/results/index.ts';
import type { Signer, SigningOutcome, UnsignedPaper } from '../../src/modules/results/ports.ts';
import { dateOf, type Result } from '../../src/rules/kernel/index.ts';
import { worksOf } from './desk-works.ts';
import {
  type DossierHouse,
  dossierHouse,
  type Filing,
  type HouseOptions,
  type PersonName,
} from './dossier-fixture.ts';

/** A signing service at the test's command. */
export interface TestSigner extends Signer {
  /** What it was asked, in order. */
  readonly asked: UnsignedPaper[];
  /** The next answers; afterwards it signs at once. */
  /** Forgets answers that were not asked for. */
  forget(): void;
  next(...answers: ((paper: UnsignedPaper) => SigningOutcome | Promise<SigningOutcome>)[]): void;
}

export const signs = ({ bytes }: UnsignedPaper): SigningOutcome => ({ kind: 'signed', bytes });
export const never = (): Promise<SigningOutcome> => new Promise(() => {});

export function testSigner(): TestSigner {
  const asked: UnsignedPaper[] = [];
  const answers: ((paper: UnsignedPaper) => SigningOutcome | Promise<SigningOutcome>)[] = [];
  return {
    asked,
    next: (...more) => void answers.push(...more),
    forget: () => void answers.splice(0),
    async sign(paper) {
      asked.push(paper);
      return (answers.shift() ?? signs)(paper);
    },
  };
}

/** A paper that is asked for, and held until the test lets it go. */
export function held() {
  const reached = Promise.withResolvers<UnsignedPaper>();
  const go = Promise.withResolvers<SigningOutcome>();
  return {
    answer: (paper: UnsignedPaper) => {
      reached.resolve(paper);
      return go.promise;
    },
    /** Resolves when the signer has been asked. */
    reached: reached.promise,
    /** Lets it end; by signing unless told. */
    async release(outcome?: SigningOutcome) {
      go.resolve(outcome ?? signs(await reached.promise));
    },
  };
}

/** All the general notice asks for. */
export const NOTICE_VALUES = {
  'applicant.name': 'Nguyễn Văn An',
  'applicant.address': 'Thôn Sơn Quả, xã Hiệp Hòa',
  'procedure.name': 'Đăng ký kết hôn lưu động',
  'dossier.number': '',
  'dossier.acceptedOn': '23/11/2026',
  'agency.name': 'Ủy ban nhân dân xã Hiệp Hòa',
  outcome: 'Đồng ý đăng ký.',
  reason: '',
};

export interface TestSignings {
  readonly house: DossierHouse;
  readonly signer: TestSigner;
  readonly signing: SigningHouse & OrderHouse;
  /** Files, accepts, takes and proposes. @returns the dossier's id */
  proposed(filing?: Filing): Promise<string>;
  proposeAgain(id: string): Promise<void>;
  giveBack(id: string): Promise<void>;
  /** Presses “sign”; as Dũng, from the dossier's page of now, unless told. */
  press(
    id: string,
    who?: PersonName,
    version?: number,
    signing?: TestSignings['signing'],
  ): Promise<Result<IssuedResult>>;
  sweep(): Promise<number>;
  /** The agency's book of the year. */
  book(): Promise<GivenNumber[]>;
  /** Names of the facts of a number, in order. */
  factsOf(numberId: string): Promise<string[]>;
  /** Gives somebody a leader's seat at the agency. */
  seat(who: PersonName): Promise<void>;
}

/** Opens the house with the clock at a moment. */
export async function testSignings(now: string, options: HouseOptions = {}): Promise<TestSignings> {
  const signer = testSigner();
  const house = await dossierHouse(now, { ...options, signer });
  const works = worksOf(house);
  const signing = { ...house, urls: { portal: 'http://portal.test' } };
  const proposeAgain = async (dossierId: string) => {
    const values = { ...NOTICE_VALUES, 'dossier.number': (await house.row(dossierId)).number ?? '' };
    const done = await house.as('chi', (ctx) =>
      propose(ctx, { dossierId, note: 'Đủ điều kiện.', result: { template: 'thong-bao-ket-qua@2', values } }),
    );
    if (!done.ok) throw new Error(done.refusal.code);
  };
  return {
    house,
    signer,
    signing,
    proposeAgain,
    async proposed(filing) {
      const id = await house.file(filing);
      for (const name of ['accept', 'take'] as const) {
        const done = await works.run(name, id);
        if (!done.ok) throw new Error(`${name}: ${done.refusal.code}`);
      }
      await proposeAgain(id);
      return id;
    },
    async giveBack(id) {
      const done = await works.run('returnToExaminer', id);
      if (!done.ok) throw new Error(done.refusal.code);
    },
    press: async (dossierId, who = 'dung', version = undefined, by = signing) =>
      sign(by, {
        actor: house.people[who],
        now: house.clock.now(),
        dossierId,
        version: version ?? (await house.row(dossierId)).version,
      }),
    sweep: () => finishSignings(signing),
    book: () => bookOf(house.db, house.agencyId, dateOf(house.clock.now()).year),
    async factsOf(numberId) {
      const rows = await house.db
        .selectFrom('journal.fact')
        .select('name')
        .where('stream', '=', `result:${numberId}`)
        .orderBy('seq')
        .execute();
      return rows.map((fact) => fact.name);
    },
    async seat(who) {
      const { personId } = house.people[who];
      const { agencyId, db } = house;
      await assign(db, { personId, agencyId, role: 'leader', title: 'Phó Chủ tịch', from: '2025-07-01' });
    },
  };
}
