// Nothing travels twice: a page that has not changed is not sent again, and a download that broke off goes on where it stopped.
import { PassThrough, type Readable, Transform } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../crypto.ts';
import { packedFormsOf } from '../page-cache.ts';

const TAG_LETTERS = 27;
const isTagged = (tag: string, asked: string | undefined) =>
  asked !== undefined &&
  (asked.trim() === '*' ||
    asked.split(',').some((one) => one.trim().replace(/^W\//u, '') === tag.replace(/^W\//u, '')));

const isReading = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD';

/** The tag of a page; of a kept one it is made once. */
function tagOf(page: string): string {
  const forms = packedFormsOf(page);
  const known = forms?.get('tag');
  if (known) return known.toString();
  // The same page travels in several encodings: the tag is a weak one.
  const tag = `W/"${sha256(page).slice(0, TAG_LETTERS)}"`;
  forms?.set('tag', Buffer.from(tag));
  return tag;
}

/** A page that everybody may see, and that a browser may keep. */
function isKeepable(req: FastifyRequest, reply: FastifyReply, payload: unknown): payload is string {
  return (
    isReading(req) &&
    reply.statusCode === 200 &&
    typeof payload === 'string' &&
    payload !== '' &&
    reply.getHeader('set-cookie') === undefined &&
    !String(reply.getHeader('cache-control')).includes('no-store')
  );
}

/** `ETag` on public pages; 304 for whoever has the page already. Register after what sets cookies and `cache-control`, before compression. */
export function tagPages(app: FastifyInstance): void {
  app.addHook('onSend', (req, reply, payload, done) => {
    if (!isKeepable(req, reply, payload)) return done(null, payload);
    const tag = tagOf(payload);
    reply.header('etag', tag);
    if (!isTagged(tag, req.headers['if-none-match'])) return done(null, payload);
    reply.code(304).removeHeader('content-length');
    done(null, null);
  });
}

/** First and last byte of what is asked for; `null` when no byte of it is there, undefined when the whole is to be sent. */
export function rangeOf(
  asked: string | undefined,
  size: number,
): [first: number, last: number] | null | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/u.exec(asked?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return Number(to) > 0 && size > 0 ? [Math.max(0, size - Number(to)), size - 1] : null;
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return Number(from) < size ? [Number(from), Math.min(to === '' ? size - 1 : Number(to), size - 1)] : null;
}

/** Lets the bytes from `first` to `last` through; the source is read to its end, where it is found whole or not. */
function between(first: number, last: number): Transform {
  let at = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const part = chunk.subarray(Math.max(0, first - at), Math.max(0, last + 1 - at));
      at += chunk.length;
      done(null, part.length > 0 ? part : undefined);
    },
  });
}

function piped(source: Readable, first: number, last: number): Readable {
  const part = source.pipe(between(first, last)).pipe(new PassThrough());
  source.on('error', (error) => part.destroy(error));
  part.on('close', () => source.destroy());
  return part;
}

const isStream = (payload: unknown): payload is Readable =>
  typeof (payload as Readable | null)?.pipe === 'function';

/**
 * Parts of downloads (`Range`, `If-Range`) and their tags, for every answer that says `accept-ranges`. One range is given; who asks for several
 * gets the whole. The tag is the answer's own, or made of its bytes.
 */
export function giveParts(app: FastifyInstance): void {
  app.addHook('onSend', (req, reply, payload, done) => {
    if (reply.statusCode !== 200 || reply.getHeader('accept-ranges') !== 'bytes' || !isReading(req))
      return done(null, payload);
    if (Buffer.isBuffer(payload) && !reply.hasHeader('etag'))
      reply.header('etag', `"${sha256(payload).slice(0, TAG_LETTERS)}"`);
    const tag = String(reply.getHeader('etag') ?? '');
    const close = () => isStream(payload) && payload.destroy();
    if (tag && isTagged(tag, req.headers['if-none-match'])) {
      close();
      reply.code(304).removeHeader('content-length');
      return done(null, null);
    }
    const size = Number(reply.getHeader('content-length'));
    const condition = req.headers['if-range'];
    const range = condition !== undefined && condition !== tag ? undefined : rangeOf(req.headers.range, size);
    if (range === undefined || req.method === 'HEAD') return done(null, payload);
    if (range === null) {
      close();
      reply.code(416).header('content-range', `bytes */${size}`).removeHeader('content-length');
      return done(null, null);
    }
    const [first, last] = range;
    reply.code(206).headers({
      'content-range': `bytes ${first}-${last}/${size}`,
      'content-length': String(last - first + 1),
    });
    if (Buffer.isBuffer(payload)) return done(null, payload.subarray(first, last + 1));
    done(null, isStream(payload) ? piped(payload, first, last) : payload);
  });
}
