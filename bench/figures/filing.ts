// `filing`: the whole journey, one post for each step and one for each page of the general form, beside the same rows by SQL.
import { openAgencies } from '../../src/modules/agencies/index.ts';
import { openCatalogue } from '../../src/modules/catalogue/index.ts';
import { openPlaces } from '../../src/modules/places/index.ts';
import { dateOf } from '../../src/rules/kernel/index.ts';
import { confirmationCode } from '../../src/sites/portal/apply/confirmation-number.ts';
import { GENERIC_PAGES } from '../answers.ts';
import type { BareAnswer, BareOrder } from '../bare-sql.ts';
import { type Answer, bytesOf, type Connection, formOf, workThrough } from '../connections.ts';
import { type Environment, ended, helper } from '../environment.ts';
import { type Figure, figure, inTurn, type Round } from '../figure.ts';
import { type Citizen, citizens, manyCitizens } from '../prepared.ts';
import { added, CLIENTS, sameRows } from './submit.ts';

/** "Cấp bản sao từ sổ gốc": no paper has to be attached, the result is free of charge. */
const PROCEDURE = '2.000908';
const A_ROUND = 500;

async function post(
  connection: Connection,
  citizen: Citizen,
  path: string,
  fields: Record<string, string>,
): Promise<Answer> {
  const body = formOf({ _csrf: citizen.csrf, ...fields });
  const answer = await connection.send(bytesOf({ method: 'POST', path, cookie: citizen.cookie, body }));
  if (answer.status !== 303)
    throw new Error(`filing: ${path} was answered ${answer.status}\n${answer.raw.toString().slice(0, 1500)}`);
  return answer;
}

/** @returns where the dossier is confirmed */
async function journey(
  connection: Connection,
  citizen: Citizen,
  agencyId: string,
  secret: string,
): Promise<string> {
  const started = await post(connection, citizen, '/nop-ho-so', { 'thu-tuc': PROCEDURE });
  const draft = started.location.replace(/\/[^/]+$/u, '');
  await post(connection, citizen, `${draft}/noi-nop`, { 'co-quan': agencyId });
  for (const [page, fields] of Object.entries(GENERIC_PAGES))
    await post(connection, citizen, `${draft}/thong-tin/${page}`, fields);
  await post(connection, citizen, `${draft}/giay-to`, {});
  await post(connection, citizen, `${draft}/hinh-thuc`, { nop: 'online', nhan: 'counter' });
  const code = confirmationCode(secret, draft.slice(draft.lastIndexOf('/') + 1));
  return (await post(connection, citizen, `${draft}/kiem-tra`, { ma: code, 'cam-doan': 'co' })).location;
}

export async function filing(env: Environment): Promise<Figure[]> {
  const places = await openPlaces(env.db);
  const [agencies, catalogue] = await Promise.all([openAgencies(env.db, places), openCatalogue(env.db)]);
  const today = dateOf(Temporal.Now.instant());
  const procedure = catalogue.bySlug(PROCEDURE, today);
  const agency = agencies.ofUnit('07840', today);
  const formHash = procedure && catalogue.formFor(procedure, today);
  if (!formHash || !agency)
    throw new Error(`bench: the reference data has no ${PROCEDURE} or no xã Hiệp Hòa`);
  const people = await citizens(env.db, env.secret, CLIENTS);
  const answers = {
    content: Object.values(GENERIC_PAGES.content ?? {})[0],
    'requester.fullName': 'Nguyễn Văn An',
    'requester.phone': '0912345678',
  };
  const matter = {
    procedureId: procedure.id,
    formHash,
    agencyId: agency.id,
    answers: JSON.stringify(answers),
    sealed: JSON.stringify(answers),
  };
  const product: Round = async () => {
    const filers = await manyCitizens(env, A_ROUND);
    const sent = new Set<string>();
    let begun = 0;
    const seconds = await workThrough(env.port, CLIENTS, async (connection) => {
      const at = begun++;
      if (at >= A_ROUND) return false;
      sent.add(await journey(connection, filers[at % filers.length]!, agency.id, env.secret));
      return true;
    });
    if (sent.size !== A_ROUND) throw new Error(`filing: ${A_ROUND} journeys gave ${sent.size} dossiers`);
    return { done: sent.size, seconds };
  };
  const bare = helper('bare-sql.ts');
  // The agency, four pages, papers, channels: seven times something is kept.
  const saves = Object.keys(GENERIC_PAGES).length + 3;
  const order: BareOrder = {
    url: env.url,
    clients: CLIENTS,
    matter,
    work: { kind: 'filing', people: people.map(({ personId }) => personId), count: A_ROUND, saves },
  };
  const limit: Round = () => bare.ask<BareAnswer>(order);
  try {
    env.say(`filing: ${saves + 2} posts a dossier, ${CLIENTS} clients`);
    sameRows('filing', (await added(env, product)).rows, (await added(env, limit)).rows);
    const rates = await inTurn(product, limit, env);
    return [figure('filing', rates.value, 'dossiers/s', rates.limit)];
  } finally {
    await ended(bare.child, 'SIGTERM');
  }
}
