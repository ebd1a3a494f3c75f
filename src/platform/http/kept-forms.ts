// A form that comes when nobody is signed in any more is kept until they are back, and then sent on by one press of a button.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newToken, sha256 } from '../crypto.ts';
import type { Db } from '../db.ts';
import { hourly, limitKey } from '../guesses.ts';
import { takeOne } from '../limits.ts';
import { findOwner, type SiteName } from '../sessions.ts';
import type { ErrorPages, KeptForm } from './error-pages.ts';
import { formerOf, formToken, tokenDigest } from './form-tokens.ts';
import { localPath } from './preferences.ts';

export const KEPT_PATH = '/tiep-tuc';
const HOURS = 24;
/** Forms kept an hour for one account, or for one address where nobody is known: more than people fill in, less than fills a disk. */
const MOST = 60;

export interface Keeping {
  readonly name: SiteName;
  readonly db: Db;
  readonly secret: string;
  readonly signInPath: string;
  readonly pages: ErrorPages;
}

/** The fields of a form, but for its token. */
export function fieldsOf(body: unknown): KeptForm['fields'] {
  return Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    name === '_csrf'
      ? []
      : [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : [])),
  );
}

/** Keeps the form of this request for whoever sent it. @returns where it is sent on from, or null when there were too many */
export async function keepForm(
  req: FastifyRequest,
  { name, db, secret }: Keeping,
  cookie: string,
): Promise<string | null> {
  const owner = await findOwner(db, name, cookie);
  // An office shares one address: nobody uses up what is kept for those beside them.
  const limit = hourly(limitKey(secret, 'kept-form', owner?.accountId ?? req.addressBlock), MOST);
  if (!(await takeOne(db, limit, req.now)).allowed) return null;
  const token = newToken();
  await db
    .insertInto('platform.kept_form')
    .values({
      id: sha256(token),
      site: name,
      account_id: owner?.accountId ?? null,
      browser: tokenDigest(formToken(secret, cookie)),
      url: req.url,
      fields: JSON.stringify([localPath(req.headers.referer) ?? '/', fieldsOf(req.body)]),
      created_at: req.now,
    })
    .execute();
  return `${KEPT_PATH}/${token}`;
}

/** The form kept under a token, when it is this person's or was typed in this browser before they signed in. */
async function findKept(req: FastifyRequest, { name, db }: Keeping, token: string): Promise<KeptForm | null> {
  const row = await db
    .selectFrom('platform.kept_form')
    .selectAll()
    .where('id', '=', sha256(token))
    .where('site', '=', name)
    .where('created_at', '>', req.now.subtract({ hours: HOURS }))
    .executeTakeFirst();
  if (!row || !req.session) return null;
  const own = row.account_id
    ? row.account_id === req.session.accountId
    : formerOf(req.session).some(({ digest }) => digest === row.browser);
  if (!own) return null;
  const [back, fields] = JSON.parse(row.fields) as [string, KeptForm['fields']];
  return { action: row.url, fields, back, why: 'signed-in-again' };
}

/** `GET /tiep-tuc/:token`: what was kept, with a button that sends it where it was going. */
export function keptFormDoor(app: FastifyInstance, keeping: Keeping): void {
  app.get<{ Params: { token: string } }>(
    `${KEPT_PATH}/:token`,
    { config: { guard: 'public' } },
    async (req, reply): Promise<FastifyReply> => {
      if (!req.session) return reply.redirect(`${keeping.signInPath}?ve=${encodeURIComponent(req.url)}`, 303);
      const kept = await findKept(req, keeping, req.params.token);
      if (!kept) return reply.redirect('/', 303);
      return reply.header('cache-control', 'no-store').html(keeping.pages.keptForm?.(req, kept) ?? '');
    },
  );
}

/** Forgets forms that nobody came back for. */
export async function sweepKeptForms(db: Db, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('platform.kept_form')
    .where('created_at', '<', now.subtract({ hours: HOURS }))
    .execute();
}
