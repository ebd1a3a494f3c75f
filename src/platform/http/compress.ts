// Pages travel compressed: on a weak line a page of 30 KB is 6. A page that is kept is compressed once, and better.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { type PackedForms, packedFormsOf } from '../page-cache.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const SMALL = 1024;
/** Of brotli's eleven: quick for one visitor, small for everybody. */
const QUICK = 5;
const THOROUGH = 9;

type Encoding = 'br' | 'gzip';

function pack(page: string, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'gzip') return zip(page);
  return brotli(page, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
    },
  });
}

/** At once when it is kept in this form already. */
function packed(page: string, encoding: Encoding): Buffer | Promise<Buffer> {
  const forms = packedFormsOf(page);
  const known = forms?.get(encoding);
  if (known) return known;
  const made = pack(page, encoding, forms ? THOROUGH : QUICK);
  return forms ? made.then((bytes) => keep(forms, encoding, bytes)) : made;
}

function keep(forms: PackedForms, encoding: Encoding, bytes: Buffer): Buffer {
  forms.set(encoding, bytes);
  return bytes;
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
    if (Buffer.isBuffer(bytes)) return done(null, bytes);
    bytes
      .then((made) => done(null, made), done)
      // What is thrown while answering has nobody above it: the visitor's line is cut, nobody else's.
      .catch((error) => {
        req.log.error({ err: error }, 'answer could not be sent');
        reply.raw.destroy();
      });
  });
}
