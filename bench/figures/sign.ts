// `sign`: leaders sign at the desk, beside the same papers made bare in two threads; and what the home page takes meanwhile.
import { booksOf } from '../../src/main/books.ts';
import { assign, openAgencies } from '../../src/modules/agencies/index.ts';
import { openCatalogue } from '../../src/modules/catalogue/index.ts';
import { accept, propose, take } from '../../src/modules/dossiers/index.ts';
import { openPlaces } from '../../src/modules/places/index.ts';
import { VALUES } from '../../src/modules/results/papers/sample-results.ts';
import { type Actor, act, type Ctx } from '../../src/platform/act.ts';
import type { Db } from '../../src/platform/db.ts';
import { dateOf, type Result } from '../../src/rules/kernel/index.ts';
import { bytesOf, formOf, workThrough } from '../connections.ts';
import type { Environment } from '../environment.ts';
import { type Figure, figure, inTurn, type Round } from '../figure.ts';
import { birthMatter, citizens, type SignedIn, sentDossiers, signedIn } from '../prepared.ts';
import { percentilesOf } from '../scale/percentiles.ts';
import { papersInThreads } from './bare-papers.ts';
import { HomeWatch } from './home-watch.ts';

/** At the one agency: its chairman and his deputies, so that the book of numbers is shared. */
const LEADERS = 8;
const A_ROUND = 240;
const TEMPLATE = 'giay-khai-sinh';
const PREPARED_AT_ONCE = 4;

interface Office {
  readonly official: Actor;
  readonly leaders: readonly SignedIn[];
}

async function openOffice(db: Db, secret: string, agencyId: string): Promise<Office> {
  const day = dateOf(Temporal.Now.instant());
  const people = await citizens(db, secret, LEADERS + 1);
  const [first, ...others] = people.map(({ personId }) => personId);
  const from = day.subtract({ years: 1 }).toString();
  for (const role of ['intake', 'examiner'] as const)
    await assign(db, { personId: first!, agencyId, role, title: '', from });
  const leaders = others.map(async (personId) => {
    await assign(db, { personId, agencyId, role: 'leader', title: 'CHỦ TỊCH', from });
    return signedIn(db, secret, 'desk', { accountId: personId, personId, name: 'Nguyễn Văn An' });
  });
  return {
    official: { kind: 'official', personId: first!, name: 'Nguyễn Văn An' },
    leaders: await Promise.all(leaders),
  };
}

/** Dossiers that wait for a signature. @returns their ids with the version that a leader sees */
async function waiting(env: Environment, { official }: Office, count: number) {
  const { db } = env;
  const places = await openPlaces(db);
  const [agencies, catalogue] = await Promise.all([openAgencies(db, places), openCatalogue(db)]);
  const books = booksOf({ catalogue, agencies, places, portalUrl: 'http://127.0.0.1' });
  const ids = await sentDossiers(db, env.secret, count);
  const result = { template: `${TEMPLATE}@2`, values: VALUES[TEMPLATE]! };
  const works: ((ctx: Ctx, dossierId: string) => Promise<Result<unknown>>)[] = [
    (ctx, dossierId) => accept(ctx, { dossierId }, books),
    (ctx, dossierId) => take(ctx, { dossierId }),
    (ctx, dossierId) => propose(ctx, { dossierId, note: 'Đủ điều kiện, đề nghị ký.', result }),
  ];
  const left = [...ids];
  const lane = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const dossierId = id;
      for (const work of works) {
        const done = await act({ db, actor: official, now: Temporal.Now.instant() }, (ctx) =>
          work(ctx, dossierId),
        );
        if (!done.ok) throw new Error(`bench: a dossier could not be prepared: ${done.refusal.code}`);
      }
    }
  };
  await Promise.all(Array.from({ length: PREPARED_AT_ONCE }, lane));
  return db.selectFrom('dossiers.dossier').select(['id', 'version']).where('id', 'in', ids).execute();
}

export async function sign(env: Environment): Promise<Figure[]> {
  const { agencyId } = await birthMatter(env.db, true);
  const office = await openOffice(env.db, env.secret, agencyId);
  const watch = new HomeWatch(env.port);
  const idle = await watch.during(() => new Promise((done) => setTimeout(done, 4000)));
  const times: number[] = [];
  const product: Round = async () => {
    const dossiers = await waiting(env, office, A_ROUND);
    let at = 0;
    const measured = await watch.during(() =>
      workThrough(env.port + 2, LEADERS, async (connection, client) => {
        const dossier = dossiers[at++];
        if (!dossier) return false;
        const { cookie, csrf } = office.leaders[client]!;
        const body = formOf({ _csrf: csrf, version: String(dossier.version) });
        const path = `/ho-so/${dossier.id}/ky`;
        const began = performance.now();
        const answer = await connection.send(bytesOf({ method: 'POST', path, cookie, body }));
        times.push(performance.now() - began);
        if (answer.status !== 303)
          throw new Error(`sign was answered ${answer.status}\n${answer.raw.toString('latin1', 0, 1500)}`);
        return true;
      }),
    );
    home.push(...measured.times);
    return { done: dossiers.length, seconds: measured.value };
  };
  const home: number[] = [];
  const papers = papersInThreads(TEMPLATE);
  env.say(`sign: ${LEADERS} leaders at one agency; the limit makes the same papers in two threads`);
  try {
    const rates = await inTurn(product, () => papers.make(A_ROUND), env);
    const [took, homeMeanwhile] = [percentilesOf(times), percentilesOf(home)];
    env.say(
      `  one signing p50 ${took.p50.toFixed(0)} ms, p95 ${took.p95.toFixed(0)} ms; home p99 ${homeMeanwhile.p99.toFixed(1)} ms`,
    );
    return [
      figure('sign', rates.value, 'acts/s', rates.limit),
      figure('sign-home-p99', homeMeanwhile.p99, 'ms', percentilesOf(idle.times).p99),
    ];
  } finally {
    await papers.close();
  }
}
