// Short messages through eSMS, V4 JSON. The carrier answers HTTP 200 even when it refuses, so only CodeResult counts;
// RequestId makes a second sending of the same message within a day harmless.
import { z } from 'zod';
import {
  type Channel,
  type ChannelMessage,
  type Recipient,
  type SendingOutcome,
  SHORT_MESSAGES,
} from '../../modules/notices/ports.ts';
import { isMobile, normalizePhone } from '../../rules/papers/index.ts';
import { smsParts } from '../../rules/terms/sms.ts';
import { jsonPost, NoAnswer } from './post.ts';

export interface EsmsOptions {
  /** Folder of the service: `https://rest.esms.vn/MainService.svc/json`, or the sandbox's. */
  readonly url: string;
  readonly apiKey: string;
  readonly secretKey: string;
  /** Registered sender name, at most 11 characters. */
  readonly brandname: string;
  /** How long to wait for an answer, ms; 10,000 when absent. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const ACT = 'SendMultipleMessage_V4_post_json/';
/** Brandname message of customer care: one-time codes and notices, never advertising. */
const CARE_MESSAGE = '2';

const Answer = z.object({
  CodeResult: z.coerce.string(),
  SMSID: z.string().optional(),
  ErrorMessage: z.string().nullish(),
});

type Kind = SendingOutcome['kind'];
/** The carrier's table of codes, sorted. What speaks of our account or its own state passes; what speaks of this message does not. */
const CODES: Readonly<Record<string, readonly [Kind, string]>> = {
  '99': ['never', 'number blocked by the carrier'],
  '100': ['sent', 'taken'],
  '101': ['tryAgain', 'wrong API key or secret'],
  '102': ['tryAgain', 'account has no price list'],
  '103': ['tryAgain', 'balance exhausted'],
  '104': ['tryAgain', 'brandname not registered'],
  '108': ['never', 'not a phone number'],
  '118': ['never', 'message type not supported'],
  '124': ['sent', 'taken before under the same id'],
  '140': ['tryAgain', 'our address is not on the white list'],
  '146': ['never', 'text does not fit a registered template'],
  '177': ['tryAgain', 'brandname not registered with this network'],
};

/**
 * The channel of short messages over eSMS.
 * A code outside the table is `tryAgain`: the message was not taken, and its id keeps a repeat from doubling.
 */
export function esms(options: EsmsOptions): Channel {
  const post = jsonPost(`${options.url.replace(/\/$/u, '')}/${ACT}`, options.timeoutMs ?? TIMEOUT_MS);
  return {
    name: SHORT_MESSAGES,
    form: 'short',
    addressOf: mobileOf,
    async send(message) {
      const answer = await post(wireOf(options, message)).catch(readFailure);
      if ('kind' in answer) return answer;
      if (answer.status !== 200) return { kind: 'tryAgain', reason: `HTTP ${answer.status}` };
      return outcomeOf(answer.body);
    },
  };
}

/** The mobile number in E.164 form; a landline takes no short message. */
function mobileOf({ phone }: Recipient): string | null {
  return isMobile(phone) ? normalizePhone(phone) : null;
}

function wireOf(options: EsmsOptions, message: ChannelMessage): string {
  const text = message.text.normalize('NFC');
  return JSON.stringify({
    ApiKey: options.apiKey,
    SecretKey: options.secretKey,
    Phone: message.to.slice(1),
    Content: text,
    Brandname: options.brandname,
    SmsType: CARE_MESSAGE,
    IsUnicode: smsParts(text).encoding === 'UCS2' ? '1' : '0',
    RequestId: message.messageId,
  });
}

function outcomeOf(body: string): SendingOutcome {
  const answer = Answer.safeParse(readJson(body));
  if (!answer.success) return { kind: 'unknown', reason: 'the answer could not be read' };
  const { CodeResult, SMSID } = answer.data;
  const [kind, reason] = CODES[CodeResult] ?? ['tryAgain', 'code outside the table'];
  if (kind === 'sent') return { kind, carrierId: SMSID ?? '' };
  return { kind, reason: `${CodeResult}: ${reason}` };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A connection that was never made was never heard; anything else may have been. */
function readFailure(error: unknown): SendingOutcome {
  if (!(error instanceof NoAnswer)) throw error;
  return { kind: error.heard ? 'unknown' : 'tryAgain', reason: error.message };
}
