// What reaches no page: addresses that cannot be read, methods an address does not know, heads that are none. Each is answered as a
// page of the site, with its headers, before anything of the request is believed.
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../rules/kernel/index.ts';
import type { ErrorPages } from './error-pages.ts';
import { headersOfPage } from './headers.ts';
import { LANGUAGE_COOKIE, languageOf } from './preferences.ts';
import type { SiteRefusal } from './refusals.ts';

/** A method at an address. */
interface Door {
  readonly method: string;
  readonly url: string;
}

const pathOf = (address: string) => address.split(/[?#]/u, 1)[0] ?? '';

function isBroken(address: string): boolean {
  if (!address.includes('%')) return false;
  try {
    decodeURI(pathOf(address));
    return false;
  } catch {
    return true;
  }
}

/** An address that the router can read: the `%` of a broken one stands for itself. */
export function readableAddress(req: { url?: string | undefined }): string {
  const address = req.url ?? '/';
  if (!isBroken(address)) return address;
  const path = pathOf(address);
  return path.replaceAll('%', '%25') + address.slice(path.length);
}

/** Answers a request that no route will. True when it did. */
export function answerStray(
  req: FastifyRequest,
  reply: FastifyReply,
  pages: ErrorPages,
  doors: readonly Door[],
): boolean {
  if (isBroken(req.originalUrl)) {
    reply.refuse({ code: 'address-unreadable', status: 400 } satisfies SiteRefusal);
    return true;
  }
  if (!req.is404) return false;
  const allowed = methodsAt(pathOf(req.url), doors);
  if (allowed.length === 0) reply.html(pages.notFound(req), 404);
  else
    reply
      .header('allow', allowed.join(', '))
      .refuse({ code: 'wrong-method', status: 405 } satisfies SiteRefusal);
  return true;
}

/** The methods of all doors that an address leads to. */
function methodsAt(path: string, doors: readonly Door[]): string[] {
  const fitting = doors.filter((door) => patternOf(door.url).test(path));
  return [...new Set(fitting.map((door) => door.method))];
}

const patterns = new Map<string, RegExp>();

/** `/ho-so/:id` as a pattern of addresses. */
function patternOf(url: string): RegExp {
  const known = patterns.get(url);
  if (known) return known;
  const source = url
    .replace(/[.+?^$|()[\]{}\\]/gu, String.raw`\$&`)
    .replace(/:\w+/gu, '[^/]+')
    .replaceAll('*', '.*')
    .replace(/\/$/u, '');
  const pattern = new RegExp(`^${source}/?$`, 'u');
  patterns.set(url, pattern);
  return pattern;
}

const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const WHY: Readonly<Record<number, SiteRefusal>> = {
  408: { code: 'too-slow', status: 408 },
  431: { code: 'head-too-large', status: 431 },
};
/** Milliseconds until a line is cut whose other end does not close it. */
const LINGER_MS = 500;

/**
 * Answers what could not be read as a request at all. Whoever sent it reads the language of the cookie, as far as that came through.
 */
export function answerUnreadable(options: {
  pages: ErrorPages;
  secure: boolean;
  formTargets?: string[];
  languages?: readonly Language[];
}) {
  return (error: ConnectionError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUS_OF[error.code] ?? 400;
    // A buffer, whatever the framework calls it; nothing where no byte came.
    const came = error.rawPacket
      ? Buffer.from(error.rawPacket as unknown as Uint8Array).toString('latin1')
      : '';
    const chosen = new RegExp(`${LANGUAGE_COOKIE}=(\\w+)`, 'u').exec(came)?.[1];
    const lang = languageOf(chosen, options.languages);
    const refusal: SiteRefusal = WHY[status] ?? { code: 'unreadable', status };
    const page = options.pages.refused(
      { url: '/', lang, big: false, session: null, headers: {}, csrf: () => '' },
      refusal,
    );
    const headers = {
      ...headersOfPage(options, lang),
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(Buffer.byteLength(page)),
      'cache-control': 'no-store',
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${page}`);
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
}

/** Nothing but forms is read, unless a door says otherwise. */
export function readFormsAlone(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'text/plain']);
}
