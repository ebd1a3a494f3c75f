// One check for everything a bank sends us: HMAC-SHA256 over "{timestamp}.{what was sent}", fresh within five minutes.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';

const FRESH_SECONDS = 300;

export interface SignedRequest {
  /** First part of the refusal codes, e.g. `bankNotice`. */
  readonly what: string;
  readonly secret: string;
  readonly timestamp: string | string[] | undefined;
  readonly signature: string | string[] | undefined;
  /** The bytes that were signed, after the timestamp and its dot. */
  readonly content: Uint8Array | string;
  readonly now: Temporal.Instant;
}

/** Whether the request was signed with our secret, lately. @returns refusals `.unsigned`, `.stale`, `.forged`, all 401 */
export function verifySigned(request: SignedRequest): Result<true> {
  const { timestamp, signature } = request;
  if (typeof timestamp !== 'string' || !/^\d{10}$/u.test(timestamp))
    return no(request, 'unsigned', 'no timestamp');
  const claimed =
    typeof signature === 'string' ? /^sha256=([0-9a-f]{64})$/iu.exec(signature)?.[1] : undefined;
  if (claimed === undefined) return no(request, 'unsigned', 'no signature');
  const expected = createHmac('sha256', request.secret)
    .update(`${timestamp}.`)
    .update(request.content)
    .digest();
  if (!timingSafeEqual(expected, Buffer.from(claimed, 'hex')))
    return no(request, 'forged', 'signature differs');
  const skew = Math.abs(request.now.epochMilliseconds / 1000 - Number(timestamp));
  if (skew > FRESH_SECONDS) return no(request, 'stale', `signed ${Math.round(skew)} s away from our clock`);
  return ok(true);
}

function no(request: SignedRequest, why: 'unsigned' | 'stale' | 'forged', detail: string): Result<never> {
  return refuse({
    code: `${request.what}.${why}`,
    message: 'Yêu cầu không có chữ ký hợp lệ của ngân hàng.',
    detail,
    status: 401,
  });
}
