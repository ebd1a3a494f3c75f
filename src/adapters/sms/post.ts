// One post to a carrier over a connection that is kept: for the next message nothing has to be agreed upon anew.
import * as http from 'node:http';
import * as https from 'node:https';

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** No answer, or not the whole of it. */
export class NoAnswer extends Error {
  /** Whether the other side may have heard what was posted. */
  readonly heard: boolean;

  constructor(reason: string, heard: boolean) {
    super(reason);
    this.name = 'NoAnswer';
    this.heard = heard;
  }
}

/** Kept open when idle; how many are in use at once is for those who post to say. */
const KEPT = 64;
/** An answer is a few hundred bytes. */
const LONGEST = 65_536;
const NOT_REACHED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);

export type Post = (body: string) => Promise<Answered>;

/**
 * Posts JSON to an address.
 * @param timeoutMs for the whole of it, from when it is asked to the end of the answer, ms
 * @returns a function that is given the JSON; it throws NoAnswer and nothing else. A redirection is an answer, never followed
 */
export function jsonPost(url: string, timeoutMs: number): Post {
  const { Agent, request } = url.startsWith('https:') ? https : http;
  const agent = new Agent({ keepAlive: true, maxFreeSockets: KEPT });
  const once = (body: string) =>
    new Promise<Answered>((done, fail) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const asked = request(url, { method: 'POST', agent, headers });
      let given: NoAnswer | undefined;
      const giveUp = (reason: string) => {
        given = new NoAnswer(reason, true);
        asked.destroy(given);
      };
      const late = setTimeout(giveUp, timeoutMs, 'no answer in time');
      let begun = false;
      const lost = (error: NodeJS.ErrnoException) => {
        clearTimeout(late);
        if (given) fail(given);
        else if (NOT_REACHED.has(error.code ?? '')) fail(new NoAnswer('no connection', false));
        else fail(new ConnectionLost(asked.reusedSocket && !begun));
      };
      asked.on('error', lost);
      asked.on('response', (response) => {
        begun = true;
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
          if (text.length > LONGEST) giveUp('the answer is too long');
        });
        response.on('error', lost);
        response.on('end', () => {
          clearTimeout(late);
          done({ status: response.statusCode ?? 0, body: text });
        });
      });
      asked.end(body);
    });
  return async (body) => {
    try {
      return await once(body);
    } catch (error) {
      // A kept connection that the other side closed just then: a new one serves. The message's id keeps a repeat from doubling.
      if (error instanceof ConnectionLost && error.kept) return once(body);
      throw error;
    }
  };
}

class ConnectionLost extends NoAnswer {
  /** It had served before, and nothing came back this time. */
  readonly kept: boolean;

  constructor(kept: boolean) {
    super('connection lost', true);
    this.kept = kept;
  }
}
