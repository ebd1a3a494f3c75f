// Brings a database to where the program can run: migrations and national data; the trial's province and people when asked.
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { hasAgencies, loadBanks, openAgencies } from '../modules/agencies/index.ts';
import { loadFields } from '../modules/catalogue/index.ts';
import { loadPlaces, openPlaces } from '../modules/places/index.ts';
import { type Db, openDatabase, TOOL_LIMITS } from '../platform/db.ts';
import { migrate } from '../platform/migrate.ts';
import { oneAtATime } from '../platform/one-at-a-time.ts';
import { grantRights, roleOf } from '../platform/rights.ts';
import { loadSecrets, noteSecrets } from '../platform/secrets.ts';
import { type DemoPerson, type DemoSeat, loadDemo } from './demo.ts';
import { migrationsFolder, projectFolder } from './project-folder.ts';
import { loadDaysOff, loadSeeds } from './seeds.ts';

export interface SetUpInput {
  /** The database, as whoever owns its tables or is going to. */
  url: string;
  /** The role the program works as, when it is another one: it is given its rights and no more. */
  program?: string;
  now: Temporal.Instant;
  /** The state folder whose secrets this database goes with from now on. */
  varFolder?: string;
  /** Load the trial's province and the demo people (sandbox mode only); without it no province is loaded. */
  demo: boolean;
  log(line: string): void;
}

const QUIET = new Logger(() => () => {});

/** Xã Lương Phong of 2023 and the commune it became part of. */
const DEMO_UNITS = [
  { code: '07846', on: '2023-05-15' },
  { code: '07840', on: '2025-07-01' },
];

export interface SetUp {
  /** The demo people, when asked for. */
  readonly people: DemoPerson[];
  /** Whether agencies of any province have been loaded. */
  readonly hasProvince: boolean;
}

/**
 * Idempotent: what is there already is left alone. Two at once on one database: the second waits for the first.
 * @throws InTheWay when a newer program has migrated the database
 */
export function setUpDatabase(input: SetUpInput): Promise<SetUp> {
  const waiting = () => input.log('cơ sở dữ liệu: một máy khác đang chuẩn bị; đang chờ');
  return oneAtATime(input.url, waiting, () => setUp(input));
}

async function setUp({ url, program, now, demo, varFolder, log }: SetUpInput): Promise<SetUp> {
  const applied = await migrate(url, migrationsFolder());
  // The queue's tables too: whoever only works with them could not make them.
  await runMigrations({ connectionString: url, logger: QUIET });
  if (program && program !== roleOf(url)) await grantRights(url, program);
  if (applied.length > 0) log(`cơ sở dữ liệu: đã chạy ${applied.length} bước chuyển đổi`);
  const db = openDatabase({ url, max: 4, limits: TOOL_LIMITS });
  try {
    const folder = join(projectFolder(), 'db', 'seeds', 'reference');
    const loaded = await loadPlaces(db, folder, now);
    loaded.push(...(await loadBanks(db, folder, now)));
    loaded.push(...(await loadFields(db, folder, now)));
    if (await (demo ? loadSeeds : loadDaysOff)(db, now)) loaded.push(demo ? 'tỉnh dùng thử' : 'ngày nghỉ');
    if (loaded.length > 0) log(`dữ liệu tham chiếu: đã nạp ${loaded.join(', ')}`);
    if (varFolder) await noteSecrets(db, loadSecrets(varFolder), now);
    const people = demo ? await loadDemo(db, now, await demoSeats(db)) : [];
    return { people, hasProvince: await hasAgencies(db) };
  } finally {
    await db.destroy();
  }
}

async function demoSeats(db: Db): Promise<DemoSeat[]> {
  const agencies = await openAgencies(db, await openPlaces(db));
  return DEMO_UNITS.flatMap(({ code, on }) => {
    const date = Temporal.PlainDate.from(on);
    const agency = agencies.ofUnit(code, date);
    return agency ? [{ agencyId: agency.id, from: agency.validFrom }] : [];
  });
}
