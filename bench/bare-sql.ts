// The limit of sending: the rows that the product writes, by prepared statements on plain connections, in a process of its own.
// Same statements, same transaction, same number of clients; no HTTP, no session, no rules.
import { createHash, randomBytes, randomUUID, randomUUIDv7 } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { answeringOrders } from './orders.ts';
import { newPaper, PAPER_BYTES } from './paper.ts';

export interface BareOrder {
  readonly url: string;
  readonly clients: number;
  readonly matter: {
    procedureId: string;
    formHash: string;
    agencyId: string;
    answers: string;
    sealed: string;
  };
  readonly work:
    | { kind: 'submit'; drafts: { id: string; personId: string }[] }
    | { kind: 'filing'; people: string[]; count: number; saves: number }
    | { kind: 'with-files'; drafts: { id: string; personId: string }[]; folder: string };
}

export interface BareAnswer {
  readonly done: number;
  readonly seconds: number;
}

const LOCK_DRAFT = `
select d.procedure_id, d.form_hash, d.agency_id, d.answers, d.submit_channel, d.return_channel, d.return_address, d.dossier_id,
  d.owner_id, o.full_name, o.phone, p.full_name as sender,
  (select array_agg(distinct f.component) from dossiers.draft_file f where f.draft_id = d.id) as components
from dossiers.draft d join people.person p on p.id = d.person_id join people.person o on o.id = d.owner_id
where d.id = $1 and d.person_id = $2 for update of d`;
const WRITE_DOSSIER = `
with sent as (
  insert into dossiers.dossier (id, request_code, secret, procedure_id, form_hash, answers, owner_id, submitter_id, payer_id,
    submitter_name, owner_name, owner_phone, agency_id, channel, submit_channel, return_channel, return_address, state, fee, money_state, held_since, submitted_at)
  values ($1, $2, $3, $4, $5, $6::jsonb, $7, $7, $7, $8, $8, $9, $10, 2, $11, $12, $13, 1, $14::jsonb, $15, $16::timestamptz, $16::timestamptz)
), given as (
  delete from dossiers.draft_file where draft_id = $17 returning *
), files as (
  insert into dossiers.file (id, dossier_id, component, sha256, name, mime, size, added_at)
  select id, $1, component, sha256, name, mime, size, added_at from given
)
update dossiers.draft set dossier_id = $1, answers = '{}', updated_at = $16::timestamptz where id = $17`;
const WRITE_FACT = `
with head as (
  insert into journal.stream as s (stream, seq, hash)
  values ($1, 1, sha256(sha256(convert_to($1, 'UTF8')) || convert_to($4, 'UTF8')))
  on conflict (stream) do update set seq = s.seq + 1, hash = sha256(s.hash || convert_to($4, 'UTF8'))
  returning seq, hash
), fact as (
  insert into journal.fact (stream, seq, name, at, body, hash)
  select $1, seq, $2, $3::timestamptz, $4, hash from head returning seq
)
insert into journal.outbox (stream, seq, name, body) select $1, seq, $2, $4 from fact`;
const START_DRAFT = `
insert into dossiers.draft (id, person_id, owner_id, procedure_id, form_hash, answers, step, created_at, updated_at)
values ($1, $2, $2, $3, $4, '{}', 'noi-nop', $5, $5)`;
const SAVE_DRAFT = `
update dossiers.draft set agency_id = $3, answers = $4::jsonb, submit_channel = 'online', return_channel = 'counter', step = $5,
  version = version + 1, updated_at = $6 where id = $1 and person_id = $2 and dossier_id is null`;
const ADD_BLOB = `insert into files.blob (sha256, size, mime, added_at) values ($1, $2, $3, $4) on conflict (sha256) do nothing`;
const ADD_FILE = `
insert into dossiers.draft_file (id, draft_id, component, sha256, name, mime, size, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const NO_FEE = JSON.stringify({ lines: [], total: 0, when: 'free', online: false });

type Client = pg.Client;
const run = (client: Client, name: string, text: string, values: unknown[]) =>
  client.query({ name, text, values });

async function submit(client: Client, { matter }: BareOrder, id: string, personId: string): Promise<void> {
  const now = new Date().toISOString();
  const dossier = randomUUIDv7();
  const stream = `dossier:${dossier}`;
  await client.query('begin');
  const draft = (await run(client, 'lock', LOCK_DRAFT, [id, personId])).rows[0] as { phone: string };
  const row = [
    dossier,
    `YC-${randomBytes(5).toString('hex')}`,
    randomBytes(3).toString('hex'),
    matter.procedureId,
    matter.formHash,
    matter.sealed,
    personId,
    'Nguyễn Văn An',
    draft.phone,
    matter.agencyId,
    'online',
    'counter',
    '',
    NO_FEE,
    'none',
    now,
    id,
  ];
  await run(client, 'write', WRITE_DOSSIER, row);
  const data = {
    procedureId: matter.procedureId,
    agencyId: matter.agencyId,
    formHash: matter.formHash,
    fee: 0,
  };
  const body = JSON.stringify({
    stream,
    name: 'dossier.submitted',
    at: now,
    actor: { kind: 'citizen', personId },
    data,
  });
  await run(client, 'fact', WRITE_FACT, [stream, 'dossier.submitted', now, body]);
  await client.query('commit');
}

async function file(client: Client, order: BareOrder, personId: string, saves: number): Promise<void> {
  const { matter } = order;
  const id = randomUUIDv7();
  await run(client, 'start', START_DRAFT, [
    id,
    personId,
    matter.procedureId,
    matter.formHash,
    new Date().toISOString(),
  ]);
  for (let at = 0; at < saves; at++)
    await run(client, 'save', SAVE_DRAFT, [
      id,
      personId,
      matter.agencyId,
      matter.answers,
      'kiem-tra',
      new Date().toISOString(),
    ]);
  await submit(client, order, id, personId);
}

/** The same bytes: written, flushed, put in place, the folder flushed. */
async function shelve(folder: string, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const place = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  mkdirSync(dirname(place), { recursive: true });
  const tmp = join(folder, randomUUID());
  const handle = await open(tmp, 'wx');
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
  await rename(tmp, place);
  const directory = await open(dirname(place), 'r');
  await directory.sync();
  await directory.close();
  return sha256;
}

async function fileWithPapers(
  client: Client,
  order: BareOrder,
  draft: { id: string; personId: string },
  folder: string,
) {
  const { matter } = order;
  for (let at = 0; at < 2; at++) {
    const now = new Date().toISOString();
    const sha256 = await shelve(folder, newPaper());
    await run(client, 'blob', ADD_BLOB, [sha256, PAPER_BYTES, 'application/pdf', now]);
    await run(client, 'paper', ADD_FILE, [
      randomUUIDv7(),
      draft.id,
      'birthCert',
      sha256,
      'ban-chup.pdf',
      'application/pdf',
      PAPER_BYTES,
      now,
    ]);
    await run(client, 'save', SAVE_DRAFT, [
      draft.id,
      draft.personId,
      matter.agencyId,
      matter.answers,
      'kiem-tra',
      now,
    ]);
  }
  await submit(client, order, draft.id, draft.personId);
}

/** The jobs of an order, one by one. */
function* jobsOf(order: BareOrder): Generator<(client: Client) => Promise<void>> {
  const { work } = order;
  if (work.kind === 'submit')
    for (const { id, personId } of work.drafts) yield (client) => submit(client, order, id, personId);
  if (work.kind === 'filing')
    for (let at = 0; at < work.count; at++)
      yield (client) => file(client, order, work.people[at % work.people.length]!, work.saves);
  if (work.kind === 'with-files')
    for (const draft of work.drafts) yield (client) => fileWithPapers(client, order, draft, work.folder);
}

const connected: Client[] = [];

async function carryOut(order: BareOrder): Promise<BareAnswer> {
  while (connected.length < order.clients) {
    const client = new pg.Client({
      connectionString: order.url,
      types: { getTypeParser: () => (text: string) => text },
    });
    await client.connect();
    connected.push(client);
  }
  const jobs = jobsOf(order);
  let done = 0;
  const began = performance.now();
  await Promise.all(
    connected.map(async (client) => {
      for (const job of jobs) {
        await job(client);
        done += 1;
      }
    }),
  );
  return { done, seconds: (performance.now() - began) / 1000 };
}

answeringOrders(carryOut);
