// A browser without script, for tests over real HTTP: keeps cookies by host and path (never by port), follows redirects, sends forms.
// As text browsers do, it refuses a cookie whose path is no beginning of the address it comes from.

interface Cookie {
  name: string;
  value: string;
  host: string;
  path: string;
}

export interface Visit {
  /** Where the redirects ended. */
  readonly url: URL;
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** Every address on the way, the first included. */
  readonly way: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};
const plain = (text: string) =>
  text.replace(/&(?:amp|quot|#39|lt|gt);/gu, (entity) => ENTITIES[entity] ?? entity);
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};

/** The words of a page, tags left out. */
export function wordsOf(html: string): string {
  return plain(html.replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/gu, ' ').replace(/<[^>]+>/gu, ' '))
    .replace(/\s+/gu, ' ')
    .trim();
}

export class PlainBrowser {
  #cookies: Cookie[] = [];
  at: Visit | undefined;

  /** The cookies that would go to an address. */
  cookiesFor(url: URL): Cookie[] {
    const within = (path: string) =>
      path === '/' ||
      url.pathname === path ||
      url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
    return this.#cookies.filter((cookie) => cookie.host === url.hostname && within(cookie.path));
  }

  #keep(url: URL, headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(/;\s*/u);
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const setting = (key: string) =>
        rest.find((part) => part.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
      const path = setting('path') ?? '/';
      if (!url.pathname.startsWith(path)) throw new Error(`${url.pathname} sets ${name} on ${path}`);
      this.#cookies = this.#cookies.filter(
        (old) => !(old.name === name && old.host === url.hostname && old.path === path),
      );
      const expires = setting('expires');
      const over = setting('max-age') === '0' || (expires !== undefined && Date.parse(expires) < Date.now());
      if (!over && value !== '') this.#cookies.push({ name, value, host: url.hostname, path });
    }
  }

  async #once(url: URL, init: RequestInit): Promise<Response> {
    const cookie = this.cookiesFor(url)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const headers = {
      accept: 'text/html',
      ...(init.headers as Record<string, string>),
      ...(cookie && { cookie }),
    };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    this.#keep(url, answer.headers);
    return answer;
  }

  /** Opens an address. `until` stops before following a redirect to it: `at.url` is then that address. */
  async open(address: string | URL, init: RequestInit = {}, until?: (url: URL) => boolean): Promise<Visit> {
    let url = new URL(address, this.at?.url);
    const way = [url.href];
    let answer = await this.#once(url, init);
    for (let hops = 0; answer.status >= 300 && answer.status < 400 && hops < 12; hops++) {
      await answer.body?.cancel();
      url = new URL(answer.headers.get('location') ?? '', url);
      way.push(url.href);
      if (until?.(url)) break;
      answer = await this.#once(url, {});
    }
    const html = answer.bodyUsed ? '' : await answer.text();
    this.at = { url, status: answer.status, html, headers: answer.headers, way };
    return this.at;
  }

  /** Sends the form of this page whose action ends like this, with its hidden fields. */
  submit(action: string, values: Record<string, string> = {}, until?: (url: URL) => boolean): Promise<Visit> {
    const forms = [...(this.at?.html ?? '').matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gu)];
    const form = forms.find(([, tag = '']) =>
      (attribute(tag, 'action') ?? this.at?.url.pathname)?.endsWith(action),
    );
    if (!form) throw new Error(`no form posts to …${action} on ${this.at?.url}`);
    const [, tag = '', inner = ''] = form;
    const hidden = [...inner.matchAll(/<input\b[^>]*type="hidden"[^>]*>/gu)].map(
      ([input]) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? ''] as const,
    );
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...values });
    const target = attribute(tag, 'action') ?? this.at?.url.href ?? '';
    return this.open(
      target,
      { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      until,
    );
  }

  /** Follows the link or button-like link with these words. */
  follow(words: string): Promise<Visit> {
    const links = [...(this.at?.html ?? '').matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gu)];
    const link = links.find(([, , inner = '']) => wordsOf(inner).includes(words));
    if (!link) throw new Error(`no link “${words}” on ${this.at?.url}`);
    return this.open(attribute(link[1] ?? '', 'href') ?? '');
  }
}
