// The limit of telling people: the rows that a notice leaves, a hundred at a time by statements over sets, and one post a message to the same
// carrier over kept connections, in a process of its own. No jobs, no rules of merging, no words to make.
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import pg from 'pg';
import { Connection } from './connections.ts';
import { answeringOrders } from './orders.ts';

export interface BareSmsOrder {
  readonly url: string;
  /** Of the carrier. */
  readonly port: number;
  readonly dossiers: readonly { readonly id: string; readonly ownerId: string; readonly phone: string }[];
}

export interface BareSmsAnswer {
  readonly done: number;
  readonly seconds: number;
}

const CLIENTS = 4;
const POSTS_EACH = 8;
const A_SET = 100;
const QUEUE = `
insert into notices.message (id, key, kind, channel, recipient, text, state, created_at, matter, nth, crowd, with_others)
select id, 'dossier:' || dossier || '/1', 'dossier.submitted', 'sms', phone, $5, 'queued', $6::timestamptz, 'dossier:' || dossier, 1,
  'acts:' || owner, $5
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as m(id, dossier, owner, phone)`;
const HAND_OVER = `update notices.message set handed_at = $2::timestamptz where id = any($1::uuid[])`;
const SENT = `
update notices.message m set state = 'sent', attempts = 1, carrier_id = s.carrier, sent_at = $3::timestamptz
from unnest($1::uuid[], $2::text[]) as s(id, carrier) where m.id = s.id`;
const FACTS = `
with given as (
  select 'message:' || id as stream, body from unnest($1::uuid[], $2::text[]) as g(id, body)
), head as (
  insert into journal.stream as s (stream, seq, hash)
  select stream, 1, sha256(convert_to(body, 'UTF8')) from given
  on conflict (stream) do update set seq = s.seq + 1, hash = sha256(s.hash || excluded.hash)
  returning stream, seq, hash
), fact as (
  insert into journal.fact (stream, seq, name, at, body, hash)
  select stream, seq, $3, $4::timestamptz, body, hash from head join given using (stream) returning stream, seq
)
select count(*) from fact`;

const TEXT = 'Ho so YC-1234567890 cua N.V.An da gui den UBND xa Hiep Hoa. Theo doi tren Cong Dich vu cong.';

async function tell(client: pg.Client, connections: Connection[], set: BareSmsOrder['dossiers']) {
  const now = new Date().toISOString();
  const ids = set.map(() => randomUUIDv7());
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  const facts = (name: string) =>
    run('facts', FACTS, [
      ids,
      ids.map((id) => JSON.stringify({ stream: `message:${id}`, name, at: now, data: {} })),
      name,
      now,
    ]);
  await client.query('begin');
  const column = (of: keyof (typeof set)[number]) => set.map((one) => one[of]);
  await run('queue', QUEUE, [ids, column('id'), column('ownerId'), column('phone'), TEXT, now]);
  await facts('notice.queued');
  await client.query('commit');
  await run('hand-over', HAND_OVER, [ids, now]);
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      for (let at = next++; at < set.length; at = next++)
        await post(connection, set[at]!.phone, ids[at] ?? '');
    }),
  );
  await client.query('begin');
  await run('sent', SENT, [ids, ids.map(() => randomUUID()), now]);
  await facts('notice.sent');
  await client.query('commit');
}

async function post(connection: Connection, phone: string, id: string): Promise<void> {
  const body = JSON.stringify({
    ApiKey: 'sandbox-key',
    SecretKey: 'sandbox-secret',
    Phone: phone.slice(1),
    Content: TEXT,
    Brandname: 'MOTCUA',
    SmsType: '2',
    IsUnicode: '0',
    RequestId: id,
  });
  const head = `POST /MainService.svc/json/SendMultipleMessage_V4_post_json/ HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const { status } = await connection.send(head + body);
  if (status !== 200) throw new Error(`bench: the carrier answered ${status}`);
}

async function carryOut({ url, port, dossiers }: BareSmsOrder): Promise<BareSmsAnswer> {
  const open = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return {
      client,
      lines: await Promise.all(Array.from({ length: POSTS_EACH }, () => Connection.open(port))),
    };
  };
  const workers = await Promise.all(Array.from({ length: CLIENTS }, open));
  const began = performance.now();
  let next = 0;
  await Promise.all(
    workers.map(async ({ client, lines }) => {
      for (let at = next; at < dossiers.length; at = next) {
        next += A_SET;
        await tell(client, lines, dossiers.slice(at, at + A_SET));
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const { client, lines } of workers) {
    for (const line of lines) line.close();
    await client.end();
  }
  return { done: dossiers.length, seconds };
}

answeringOrders(carryOut);
