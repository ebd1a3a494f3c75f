// `signin`: from the portal to the account service, number and password, the code, and back signed in; beside the password's Argon2id alone.
import { sql } from 'kysely';
import { hashPassword, verifyPassword } from '../../src/modules/identity/password-hash.ts';
import { hmac, newId } from '../../src/platform/crypto.ts';
import { type Answer, bytesOf, Connection, formOf } from '../connections.ts';
import type { Environment } from '../environment.ts';
import { type Figure, figure, inTurn, type Round } from '../figure.ts';
import { percentilesOf } from '../scale/percentiles.ts';
import { plainBody } from '../traveller.ts';
import { HomeWatch } from './home-watch.ts';

const PEOPLE = 16;
const A_ROUND = 160;
const PASSWORD = 'MotCua@2026';
const CODE = '123456';

interface Account {
  readonly name: string;
}

export async function accounts({ db }: Environment, hash: string): Promise<Account[]> {
  const now = Temporal.Now.instant().toString();
  const made: Account[] = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    const [personId, accountId] = [newId(), newId()];
    const name = `0240900${String(10_000 + at)}`;
    const phone = `+849123${String(10_000 + at)}`;
    await sql`
      insert into people.person (id, full_name, birth_date, phone, created_at)
      values (${personId}, 'Nguyễn Văn An', '1990-03-15', ${phone}, ${now}::timestamptz)`.execute(db);
    await sql`
      insert into identity.account (id, person_id, kind, username, method, password_hash, created_at)
      values (${accountId}, ${personId}, 'citizen', ${name}, 'phone', ${hash}, ${now}::timestamptz)`.execute(
      db,
    );
    await sql`
      insert into identity.phone (account_id, phone, is_default, verified_at)
      values (${accountId}, ${phone}, true, ${now}::timestamptz)`.execute(db);
    made.push({ name });
  }
  return made;
}

/** A browser with one connection to each site. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #lines = new Map<number, Connection>();

  async open(url: URL, body?: string): Promise<{ answer: Answer; next: URL | null }> {
    const port = Number(url.port);
    const line = this.#lines.get(port) ?? (await Connection.open(port));
    this.#lines.set(port, line);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const asked = { path: `${url.pathname}${url.search}`, headers: { host: url.host } };
    const request = cookie ? { ...asked, cookie } : asked;
    const answer = await line.send(
      bytesOf(body === undefined ? request : { ...request, method: 'POST', body }),
    );
    const head = answer.raw.toString('latin1', 0, answer.bodyAt);
    for (const [, name, value] of head.matchAll(/\r\nset-cookie: *([^=]+)=([^;\r]*)/giu))
      if (value) this.#cookies.set(name!, value);
      else this.#cookies.delete(name!);
    return { answer, next: answer.location ? new URL(answer.location, url) : null };
  }

  /** Follows where an address leads, to the first page. */
  async go(from: URL, body?: string): Promise<{ url: URL; page: string }> {
    let [url, form] = [from, body];
    for (let hops = 0; hops < 8; hops += 1) {
      const { answer, next } = await this.open(url, form);
      if (!next) {
        const page = plainBody({ url: url.href, status: answer.status, bytes: answer.length, answer });
        if (answer.status !== 200)
          throw new Error(`signin: ${url} was answered ${answer.status}\n${page.slice(0, 2000)}`);
        return { url, page };
      }
      [url, form] = [next, undefined];
    }
    throw new Error(`signin: ${from} leads round in circles`);
  }

  forget(): void {
    this.#cookies.clear();
  }

  close(): void {
    for (const line of this.#lines.values()) line.close();
  }
}

const tokenOn = (page: string) => /name="_csrf" value="([^"]+)"/u.exec(page)?.[1] ?? '';

/** One sign-in in a browser that remembers nothing. */
export async function signIn(env: Environment, browser: Browser, account: Account): Promise<void> {
  browser.forget();
  const choice = await browser.go(new URL(`http://127.0.0.1:${env.port}/dang-nhap/di`));
  const form = await browser.go(new URL(`${choice.url.pathname}/mat-khau`, choice.url));
  const typed = { _csrf: tokenOn(form.page), 'ten-dang-nhap': account.name, 'mat-khau': PASSWORD };
  const asked = await browser.go(form.url, formOf(typed));
  await known(env, choice.url.pathname.slice('/tuong-tac/'.length));
  // From the code's post over the engine and the portal's exchange to the portal's own address.
  let at = asked.url;
  let body: string | undefined = formOf({ _csrf: tokenOn(asked.page), otp: CODE });
  while (at.port !== String(env.port) || at.pathname !== '/') {
    const { answer, next } = await browser.open(at, body);
    if (!next) throw new Error(`signin: ${at.pathname} was answered ${answer.status}`);
    [at, body] = [next, undefined];
  }
}

/** The code that was sent is known to its hash alone; another's hash takes its place. */
async function known({ db, secret }: Environment, binding: string): Promise<void> {
  const whose = `sign-in:${binding}`;
  const row = await db
    .selectFrom('identity.challenge')
    .select('id')
    .where('binding', '=', whose)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('identity.challenge')
    .set({ code_hash: hmac(secret, `code:${row.id}:${CODE}`) })
    .where('id', '=', row.id)
    .execute();
}

export async function signin(env: Environment): Promise<Figure[]> {
  const hash = await hashPassword(PASSWORD);
  const people = await accounts(env, hash);
  const watch = new HomeWatch(env.port);
  const idle = await watch.during(() => new Promise((done) => setTimeout(done, 4000)));
  const home: number[] = [];
  const took: number[] = [];
  const product: Round = async () => {
    // What one address may do in an hour, sixteen people do in seconds here.
    await env.db.deleteFrom('platform.rate').execute();
    let left = A_ROUND;
    const { value, times } = await watch.during(async () => {
      const began = performance.now();
      await Promise.all(
        people.map(async (account) => {
          const browser = new Browser();
          for (; left > 0; ) {
            left -= 1;
            const since = performance.now();
            await signIn(env, browser, account);
            took.push(performance.now() - since);
          }
          browser.close();
        }),
      );
      return (performance.now() - began) / 1000;
    });
    home.push(...times);
    return { done: A_ROUND, seconds: value };
  };
  const limit: Round = async () => {
    let left = A_ROUND;
    const began = performance.now();
    await Promise.all(
      people.map(async () => {
        for (; left > 0; ) {
          left -= 1;
          if (!(await verifyPassword(PASSWORD, hash))) throw new Error('not the password');
        }
      }),
    );
    return { done: A_ROUND, seconds: (performance.now() - began) / 1000 };
  };
  env.say(`signin: ${PEOPLE} people at once; the limit hashes their passwords and does nothing else`);
  const rates = await inTurn(product, limit, env);
  const [one, meanwhile] = [percentilesOf(took), percentilesOf(home)];
  env.say(
    `  one sign-in p50 ${one.p50.toFixed(0)} ms, p95 ${one.p95.toFixed(0)} ms; home p99 ${meanwhile.p99.toFixed(1)} ms`,
  );
  return [
    figure('signin', rates.value, 'sign-ins/s', rates.limit),
    figure('signin-home-p99', meanwhile.p99, 'ms', percentilesOf(idle.times).p99),
  ];
}
