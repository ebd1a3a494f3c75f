// Pages travel compressed: on a weak line a page of 30 KB is 6. A page that is kept is compressed again, and better, when it is asked for again.
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { type PackedForms, packedFormsOf } from '../page-cache.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const SMALL = 1024;
/** Letters of a page that is packed here and not in a thread. */
const SHORT = 32_768;
/** Of brotli's eleven: quick for one visitor, small for everybody. */
const QUICK = 5;
const THOROUGH = 9;

type Encoding = 'br' | 'gzip';

/**
 * How far back is looked, as a power of two: no farther than the page is long. The usual four megabytes are cleared for every page, and
 * that costs forty times what packing it does.
 */
const windowOf = (page: string) =>
  Math.min(
    constants.BROTLI_MAX_WINDOW_BITS,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(page.length + 1)) + 1),
  );

const settings = (page: string, quality: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
    [constants.BROTLI_PARAM_LGWIN]: windowOf(page),
  },
});

/** In a thread of its own. */
function pack(page: string, encoding: Encoding, quality: number): Promise<Buffer> {
  return encoding === 'gzip' ? zip(page) : brotli(page, settings(page, quality));
}

/** A page of the usual size here: a tenth of a millisecond, less than handing it to a thread takes. */
function packHere(page: string, encoding: Encoding): Buffer {
  return encoding === 'gzip' ? gzipSync(page) : brotliCompressSync(page, settings(page, QUICK));
}

/** Kept bytes that were packed in haste; and those of them that are being packed again. */
const hasty = new WeakSet<Buffer>();
const improving = new WeakSet<Buffer>();

/** At once when it is kept in this form already, or short. */
function packed(page: string, encoding: Encoding): Buffer | Promise<Buffer> {
  const forms = packedFormsOf(page);
  const known = forms?.get(encoding);
  if (forms && known) {
    if (hasty.has(known) && !improving.has(known)) packBetter(page, encoding, forms, known);
    return known;
  }
  const made = page.length <= SHORT ? packHere(page, encoding) : pack(page, encoding, QUICK);
  if (!forms) return made;
  const keep = (bytes: Buffer) => {
    if (encoding === 'br') hasty.add(bytes);
    forms.set(encoding, bytes);
    return bytes;
  };
  return Buffer.isBuffer(made) ? keep(made) : made.then(keep);
}

/** It is asked for again: now it pays. */
function packBetter(page: string, encoding: Encoding, forms: PackedForms, before: Buffer): void {
  improving.add(before);
  // What fails leaves the page as it was packed at first.
  pack(page, encoding, THOROUGH).then(
    (bytes) => forms.set(encoding, bytes),
    () => hasty.delete(before),
  );
}

/** Browsers ask in a few ways, each thousands of times. */
const MOST_ASKED = 100;
const asIs = 'identity';
const chosen = new LRUCache<string, Encoding | typeof asIs>({ max: MOST_ASKED });

/** What each encoding is worth to whoever asks (RFC 9110, 12.5.3): with `q=0` it is refused, `*` is any that is not named. */
export function encodingFor(accepted: string): Encoding | undefined {
  let choice = chosen.get(accepted);
  if (!choice) {
    choice = choose(accepted) ?? asIs;
    chosen.set(accepted, choice);
  }
  return choice === asIs ? undefined : choice;
}

function choose(accepted: string): Encoding | undefined {
  const worth = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...settings] = part.split(';').map((one) => one.trim());
    const q = settings.find((one) => one.startsWith('q='))?.slice(2);
    const value = q === undefined ? 1 : Number(q);
    worth.set(name === 'x-gzip' ? 'gzip' : name, value >= 0 && value <= 1 ? value : 0);
  }
  const of = (name: string) => worth.get(name) ?? worth.get('*') ?? 0;
  const best = of('br') >= of('gzip') ? 'br' : 'gzip';
  // As it is, it goes without being asked for; only a wish above all others keeps it so.
  return of(best) > 0 && of(best) >= (worth.get('identity') ?? 0) ? best : undefined;
}

export function compressPages(app: FastifyInstance): void {
  app.addHook('onSend', (req, reply, payload, done) => {
    const accepted = req.headers['accept-encoding'];
    if (!accepted || typeof payload !== 'string' || payload.length < SMALL) return done(null, payload);
    if (!String(reply.getHeader('content-type')).startsWith('text/html')) return done(null, payload);
    const varied = reply.getHeader('vary');
    reply.header('vary', varied ? `${varied}, accept-encoding` : 'accept-encoding');
    const encoding = encodingFor(accepted);
    if (!encoding) return done(null, payload);
    reply.header('content-encoding', encoding);
    const bytes = packed(payload, encoding);
    const give = (made: Buffer) => {
      // As long as it is going to be smaller it does not stand.
      if (hasty.has(made)) reply.standing = null;
      done(null, made);
    };
    if (Buffer.isBuffer(bytes)) return give(bytes);
    bytes
      .then(give, done)
      // What is thrown while answering has nobody above it: the visitor's line is cut, nobody else's.
      .catch((error) => {
        req.log.error({ err: error }, 'answer could not be sent');
        reply.raw.destroy();
      });
  });
}
