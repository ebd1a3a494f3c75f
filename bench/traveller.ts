// A browser as far as the line is concerned: follows redirects, keeps cookies, asks for brotli, counts the bytes of every body.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Answer, bytesOf, Connection } from './connections.ts';

export interface Visit {
  readonly url: string;
  readonly status: number;
  /** Of the bodies on the way, as they travelled. */
  readonly bytes: number;
  readonly answer: Answer;
}

/** The body as it was before it was packed. */
export function plainBody({ answer }: Visit): string {
  const head = answer.raw.toString('latin1', 0, answer.bodyAt);
  const body = answer.raw.subarray(answer.bodyAt, answer.bodyAt + answer.length);
  if (/content-encoding: *br/iu.test(head)) return brotliDecompressSync(body).toString();
  return /content-encoding: *gzip/iu.test(head) ? gunzipSync(body).toString() : body.toString();
}

export class Traveller {
  #port: number;
  readonly #cookies = new Map<string, string>();
  bytes = 0;

  constructor(port: number) {
    this.#port = port;
  }

  moveTo(port: number): void {
    this.#port = port;
  }

  /** Takes a cookie along, `name=value`. */
  carry(cookie: string): void {
    const at = cookie.indexOf('=');
    this.#cookies.set(cookie.slice(0, at), cookie.slice(at + 1));
  }

  /** Gets an address, or posts a form to it, and follows where it leads. */
  async open(address: string, form?: string): Promise<Visit> {
    let [url, body] = [new URL(address, `http://127.0.0.1:${this.#port}`), form];
    let bytes = 0;
    for (let hops = 0; hops < 12; hops++) {
      this.#port = Number(url.port);
      const answer = await this.#once(url, body);
      bytes += answer.length;
      if (!answer.location || answer.status < 300 || answer.status >= 400) {
        this.bytes += bytes;
        return { url: url.href, status: answer.status, bytes, answer };
      }
      [url, body] = [new URL(answer.location, url), undefined];
    }
    throw new Error(`${address} leads round in circles`);
  }

  /** Everything a page names that a browser fetches by itself, and what the styles name. */
  async openAssets(page: Visit): Promise<{ path: string; bytes: number }[]> {
    const html = plainBody(page);
    const wanted = new Set(
      [...html.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"/gu)]
        .map(([, path]) => path!)
        .filter((path) => path.startsWith('/')),
    );
    const fetched: { path: string; bytes: number }[] = [];
    for (const path of wanted) {
      const asset = await this.open(path);
      if (asset.status !== 200) throw new Error(`${path} was answered ${asset.status}`);
      fetched.push({ path, bytes: asset.bytes });
      if (path.endsWith('.css'))
        for (const [, inner] of plainBody(asset).matchAll(/url\("?(\/[^")]+)"?\)/gu)) wanted.add(inner!);
    }
    return fetched;
  }

  async #once(url: URL, body?: string): Promise<Answer> {
    const connection = await Connection.open(Number(url.port));
    try {
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const request = {
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host },
        ...(cookie && { cookie }),
      };
      const answer = await connection.send(
        bytesOf(body === undefined ? request : { ...request, method: 'POST', body }),
      );
      const head = answer.raw.toString('latin1', 0, answer.bodyAt);
      for (const [, pair] of head.matchAll(/\r\nset-cookie: *([^;\r]+)/giu)) this.carry(pair!);
      return answer;
    } finally {
      connection.close();
    }
  }
}
