// Dossiers of the demo people on a database of a test's own: An files by the real acts, Bình, Chi and Dũng answer, Em has no seat.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unsigned } from '../../src/adapters/signing/unsigned.ts';
import { booksOf } from '../../src/main/books.ts';
import { projectFolder } from '../../src/main/project-folder.ts';
import { openAgencies } from '../../src/modules/agencies/index.ts';
import { openCatalogue } from '../../src/modules/catalogue/index.ts';
import {
  attachFile,
  type Books,
  findDraft,
  saveDraft,
  startDraft,
  submitDraft,
} from '../../src/modules/dossiers/index.ts';
import { type FileStore, storeBytes } from '../../src/modules/files/index.ts';
import { findPersonByNumber } from '../../src/modules/people/index.ts';
import { openPlaces } from '../../src/modules/places/index.ts';
import { type ResultTemplate, readResultTemplates } from '../../src/modules/results/index.ts';
import type { Signer } from '../../src/modules/results/ports.ts';
import { type Actor, act, type Ctx } from '../../src/platform/act.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db.ts';
import { resetLimit } from '../../src/platform/limits.ts';
import { type Answers, prefill } from '../../src/rules/forms/index.ts';
import { dateOf, type Language, type Result } from '../../src/rules/kernel/index.ts';
import { testDatabase } from './database.ts';
import { filesUnder } from './kept-files.ts';

const NUMBERS = {
  an: '024090001234',
  binh: '024188002345',
  chi: '024192003456',
  dung: '024075004567',
  em: '024195005678',
} as const;
export type PersonName = keyof typeof NUMBERS;

/** Mobile marriage registration: five working days, no fee, the general form, no paper to attach. */
export const MARRIAGE = '1.000593';
/** Confirmation of marital status: three working days. */
export const SINGLE = '1.004873';
/** Mobile death registration: five working days, one paper besides the form. */
export const DEATH = '1.000419';
/** Certified copies: same day, a fee at return, a form of its own. */
export const COPIES = '2.000815';

/** The general form, answered by An. */
export const GENERAL: Answers = {
  'requester.fullName': 'Nguyễn Văn An',
  'requester.birthDate': '1990-03-15',
  'requester.personalNumber': '024090001234',
  'requester.address': {
    unitCode: '07840',
    asOf: '2026-11-01',
    unitName: 'Xã Hiệp Hòa, Tỉnh Bắc Ninh',
    detail: 'Thôn Sơn Quả',
  },
  'requester.phone': '0912345678',
  content: 'Đề nghị đăng ký kết hôn tại nhà, vì người yêu cầu là người khuyết tật.',
};

export const COPY_ANSWERS: Answers = {
  'requester.kind': 'person',
  'requester.fullName': 'Nguyễn Văn An',
  'requester.idDoc': { kind: 'cccd', number: '024090001234' },
  'requester.address': GENERAL['requester.address'] as Answers[string],
  'requester.phone': '0912345678',
  appointment: '2026-12-01T07:30/11:30',
  docs: {
    next: 2,
    rows: [
      {
        id: 'r1',
        answers: {
          title: 'Bằng tốt nghiệp trung học phổ thông',
          docNumber: 'B 123456',
          language: 'vi',
          pages: 1,
          copies: 3,
          form: 'paper',
        },
      },
    ],
  },
};

export interface Filing {
  /** Code of the procedure; mobile marriage registration unless told. */
  procedure?: string;
  answers?: Answers;
  /** Attach a paper to every component that needs one; true unless told. */
  papers?: boolean;
  returnChannel?: 'counter' | 'post' | 'electronic';
  /** Who files; An unless told. */
  by?: PersonName;
  /** Whose matter it is; the filer's own unless told. */
  ownerId?: string;
  /** What the filer reads; Vietnamese unless told. */
  language?: Language;
  /** Name that stands on the dossier in place of the person's own, to tell many apart. */
  name?: string;
}

export interface DossierHouse {
  readonly db: Db;
  /** Does what the program's own role may not. */
  asOwner(work: (owner: Db) => Promise<unknown>): Promise<void>;
  /** Where the database and the files are, for another process. */
  readonly url: string;
  readonly varFolder: string;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly books: Books;
  readonly resultTemplates: readonly ResultTemplate[];
  readonly agencyId: string;
  readonly files: FileStore;
  readonly signer: Signer;
  readonly people: Readonly<Record<PersonName, Actor & { personId: string }>>;
  /** A draft with its papers, ready to send. @returns its id */
  draft(filing?: Filing): Promise<string>;
  /** Files a dossier now. @returns its id */
  file(filing?: Filing): Promise<string>;
  /** Runs an act as someone, now. */
  as<T>(who: PersonName, work: (ctx: Ctx) => Promise<Result<T>>): Promise<Result<T>>;
  /** The dossier's row. */
  row(id: string): Promise<DossierRow>;
  /** Names of the facts on a dossier's stream, in order. */
  facts(id: string): Promise<string[]>;
  close(): Promise<void>;
}

export type DossierRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

export interface HouseOptions {
  /** Due at the clock time of acceptance, as domain.md §6.4 counts; by the end of the day otherwise. */
  clockTime?: boolean;
  /** The unit at whose committee An files; xã Hiệp Hòa unless told. */
  unit?: string;
  /** Who signs results; nobody's signature unless told. */
  signer?: Signer;
}

/** Opens the house with the clock at a moment of Vietnamese civil time ("2026-11-23T09:00"). */
export async function dossierHouse(now: string, options: HouseOptions = {}): Promise<DossierHouse> {
  const test = await testDatabase();
  const { db } = test;
  const clock = fixedClock(now);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-dossiers-'));
  const places = await openPlaces(db);
  const [agencies, catalogue] = await Promise.all([openAgencies(db, places), openCatalogue(db)]);
  const real = booksOf({ catalogue, agencies, places, portalUrl: 'http://portal.test' });
  const books: Books = options.clockTime
    ? { ...real, agency: (id, day) => ({ ...real.agency(id, day), policy: { endOfDay: false } }) }
    : real;
  const agency = agencies.ofUnit(options.unit ?? '07840', dateOf(clock.now()));
  if (!agency) throw new Error('the committee is not in the register');
  const people = Object.fromEntries(
    await Promise.all(
      Object.entries(NUMBERS).map(async ([name, number]) => {
        const person = await findPersonByNumber(db, number);
        if (!person) throw new Error(`no demo person ${name}`);
        const kind = name === 'an' ? 'citizen' : 'official';
        return [name, { kind, personId: person.id, name: person.fullName }];
      }),
    ),
  ) as DossierHouse['people'];
  const house: DossierHouse = {
    db,
    asOwner: test.asOwner,
    url: test.url,
    varFolder: folder,
    clock,
    books,
    people,
    agencyId: agency.id,
    files: await filesUnder(folder),
    signer: options.signer ?? unsigned,
    resultTemplates: readResultTemplates(
      join(projectFolder(), 'db', 'seeds', 'reference', 'result-templates'),
    ),
    draft: (filing = {}) => draftOf(house, catalogue, filing),
    file: (filing = {}) => file(house, catalogue, filing),
    as: (who, work) => act({ db, actor: people[who], now: clock.now() }, work),
    row: async (id) => {
      const row = await rowOf(db, id);
      if (!row) throw new Error(`no dossier ${id}`);
      return row;
    },
    facts: async (id) => {
      const rows = await db
        .selectFrom('journal.fact')
        .select('name')
        .where('stream', '=', `dossier:${id}`)
        .orderBy('seq')
        .execute();
      return rows.map((fact) => fact.name);
    },
    async close() {
      await test.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return house;
}

function rowOf(db: Db, id: string) {
  return db.selectFrom('dossiers.dossier').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The real way: a draft and its papers, all but sent. */
async function draftOf(
  house: DossierHouse,
  catalogue: Awaited<ReturnType<typeof openCatalogue>>,
  filing: Filing,
): Promise<string> {
  const { db, books, agencyId, files } = house;
  const now = house.clock.now();
  const who = house.people[filing.by ?? 'an'];
  const procedure = catalogue.bySlug(filing.procedure ?? MARRIAGE, dateOf(now));
  if (!procedure) throw new Error(`no procedure ${filing.procedure}`);
  const formHash = catalogue.formFor(procedure, dateOf(now));
  const given = filing.answers ?? (filing.procedure === COPIES ? COPY_ANSWERS : GENERAL);
  const answers = formHash ? { ...prefill(books.form(formHash), {}), ...given } : {};
  const input = {
    personId: who.personId,
    ownerId: filing.ownerId,
    procedureId: procedure.id,
    formHash,
    answers,
    now,
  };
  const begun = await startDraft(db, { ...input, another: true });
  if (!begun.ok) throw new Error(begun.refusal.code);
  const draftId = begun.value;
  const change = { agencyId, submitChannel: 'online', returnChannel: filing.returnChannel ?? 'counter' };
  const empty = (await findDraft(db, who.personId, draftId))!;
  await saveDraft(db, empty, change, now);
  if (filing.papers ?? true) {
    for (const paper of books.components(procedure.id, formHash, answers, dateOf(now))) {
      if (!paper.required || paper.presentOnly || paper.fromForm) continue;
      const bytes = Buffer.from(`%PDF-1.4\n% ${paper.key}\n%%EOF\n`);
      const stored = await storeBytes(db, files, { bytes, mime: 'application/pdf', now });
      if (!stored.ok) throw new Error(stored.refusal.code);
      const kept = { component: paper.key, name: 'ban-chup.pdf', ...stored.value };
      const draft = (await findDraft(db, who.personId, draftId))!;
      const attached = await attachFile(db, draft, kept, now);
      if (!attached.ok) throw new Error(attached.refusal.code);
    }
  }
  return draftId;
}

/** Sends it, in the filer's own name. */
async function file(
  house: DossierHouse,
  catalogue: Awaited<ReturnType<typeof openCatalogue>>,
  filing: Filing,
): Promise<string> {
  const { db, books } = house;
  const who = house.people[filing.by ?? 'an'];
  const draftId = await draftOf(house, catalogue, filing);
  // As many as a test needs, whatever its hour.
  await resetLimit(db, `file:${who.personId}`);
  const sent = await act({ db, actor: { ...who, kind: 'citizen' }, now: house.clock.now() }, (ctx) =>
    submitDraft(ctx, { draftId, language: filing.language ?? 'vi' }, books),
  );
  if (!sent.ok) throw new Error(sent.refusal.code);
  const id = sent.value.dossierId;
  if (filing.name)
    await db.updateTable('dossiers.dossier').set({ owner_name: filing.name }).where('id', '=', id).execute();
  return id;
}
