// What a visitor sends takes its time, and not for ever: a form has three quarters of a minute, an upload goes on as long as it keeps
// a pace that the slowest line keeps. What has been answered before its end (too large, no form, no right) is not read any further.
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteRefusal } from './refusals.ts';

/** Bounds of what is sent; see docs/decisions/0029-time-limits.md. */
export interface BodyPace {
  /** A head, from the first moment of its connection or of its turn, ms. */
  readonly headMs: number;
  /** How often heads are looked at, ms. */
  readonly lookMs: number;
  /** A form, from the end of its head, ms. */
  readonly formMs: number;
  /** An upload brings at least `windowBytes` in every `windowMs`, as long as we read it. */
  readonly windowMs: number;
  readonly windowBytes: number;
  /** Whatever is sent, at that or any better pace, ms. */
  readonly longestMs: number;
  /** How long the sender of what is not read on may still read our answer, ms. */
  readonly lingerMs: number;
  /** A connection on which nothing moves in either direction, ms. */
  readonly silentMs: number;
}

/** A line of 64 kbit/s brings 240 kB in half a minute, and 10 MB in 22 minutes. */
export const BODY_PACE: BodyPace = {
  headMs: 20_000,
  lookMs: 5_000,
  formMs: 45_000,
  windowMs: 30_000,
  windowBytes: 61_440,
  longestMs: 7_200_000,
  lingerMs: 2_000,
  silentMs: 120_000,
};

/** What is left of so small a body comes in a moment: the connection may go on. */
const SMALL = 262_144;
const TOO_SLOW: SiteRefusal = { code: 'too-slow', status: 408 };

/** The server's part of it. */
export const serverLimits = (pace: BodyPace) => ({
  connectionTimeout: pace.silentMs,
  requestTimeout: pace.longestMs,
  http: { headersTimeout: pace.headMs, connectionsCheckingInterval: pace.lookMs },
});

/** Watches over the body of a request from its head on; a request without one costs nothing. */
export function watchBody(req: FastifyRequest, reply: FastifyReply, pace: BodyPace): void {
  const { raw } = req;
  if (raw.headers['transfer-encoding'] === undefined && !(Number(raw.headers['content-length']) > 0)) return;
  // Asked without a line: nobody sends.
  if (!(raw.socket instanceof Socket)) return;
  const stop = req.routeOptions.config.multipart
    ? whileItComes(raw, pace, () => tooSlow(req, reply))
    : within(pace.formMs, () => tooSlow(req, reply));
  raw.once('close', stop);
  reply.raw.once('close', stop);
  reply.raw.once('finish', () => {
    stop();
    if (!raw.complete) cut(raw, pace.lingerMs);
  });
}

function within(ms: number, late: () => void): () => void {
  const timer = setTimeout(late, ms).unref();
  return () => clearTimeout(timer);
}

function whileItComes(raw: IncomingMessage, pace: BodyPace, late: () => void): () => void {
  let before = raw.socket.bytesRead;
  const timer = setInterval(() => {
    const now = raw.socket.bytesRead;
    // What lies here unread waits for us, not for the sender.
    if (raw.readableLength === 0 && now - before < pace.windowBytes) late();
    before = now;
  }, pace.windowMs).unref();
  return () => clearInterval(timer);
}

function tooSlow(req: FastifyRequest, reply: FastifyReply): void {
  if (req.raw.complete || req.raw.destroyed) return;
  if (!reply.sent) reply.refuse(TOO_SLOW);
  else if (reply.raw.headersSent) req.raw.socket.destroy();
  // Another engine reads this one: it is answered below it, as what never became a request.
  else {
    const late = Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    req.server.server.emit('clientError', late, req.raw.socket);
  }
}

/**
 * Reads no more of a request that has been answered. Its connection stays a moment, so that the answer is read: closed with bytes
 * that nobody took, it would be reset, and the answer lost with it.
 */
function cut(raw: IncomingMessage, lingerMs: number): void {
  const { socket } = raw;
  if (!(Number(raw.headers['content-length']) <= SMALL)) socket.pause();
  const timer = setTimeout(() => {
    if (!raw.complete) socket.destroy();
  }, lingerMs).unref();
  socket.once('close', () => clearTimeout(timer));
}
