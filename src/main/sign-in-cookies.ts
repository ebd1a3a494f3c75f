// The engine binds a sign-in to its browser by cookies on paths below the one that sets them. Text browsers refuse such cookies: a cookie's path
// must be a beginning of the address it comes from. On the line each has a name of its own sign-in instead, so two tabs still do not disturb each other.
import type { FastifyRequest } from 'fastify';

/** The engine's name of a cookie, where it lies, and where ours lies. */
const OURS: readonly { name: string; below: string; path: string }[] = [
  { name: '_interaction', below: '/tuong-tac/', path: '/' },
  { name: '_interaction_resume', below: '/oidc/auth/', path: '/oidc' },
];
const SIGNATURE = '.sig';

const ownName = (name: string, uid: string) => `${name}.${uid}`;

/** `Set-Cookie` lines as they go out. What is no cookie of a sign-in stays as it is. */
export function cookiesOut(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const engine = /^([^=;]+?)(\.sig)?=/u.exec(line);
    const ours = OURS.find(({ name }) => name === engine?.[1]);
    const [, path = ''] = /;\s*path=([^;]+)/iu.exec(line) ?? [];
    if (!engine || !ours || !path.startsWith(ours.below)) return [line];
    const uid = path.slice(ours.below.length);
    const value = line.slice(engine[0].length).replace(/;\s*path=[^;]+/iu, `; path=${ours.path}`);
    const out = `${ownName(ours.name, uid)}${engine[2] ?? ''}=${value}`;
    // When the engine is through with a sign-in, nothing of it is needed any more.
    const over = value.startsWith(';') && ours.name === '_interaction_resume';
    return over ? [out, out.replace('_resume', '').replace('path=/oidc', 'path=/')] : [out];
  });
}

/**
 * A `Cookie` header as the engine reads it.
 * @param uid the sign-in that the address names
 */
export function cookiesIn(header: string, uid: string): string {
  const back = new Map(
    OURS.flatMap(({ name }) => [
      [ownName(name, uid), name],
      [ownName(name, uid) + SIGNATURE, name + SIGNATURE],
    ]),
  );
  return header
    .split(/;\s*/u)
    .map((pair) => {
      const at = pair.indexOf('=');
      return (back.get(pair.slice(0, at)) ?? pair.slice(0, at)) + pair.slice(at);
    })
    .join('; ');
}

/** Has the engine find the cookies of the sign-in that an address names. */
export function readCookies({ raw }: FastifyRequest, uid: string | undefined): void {
  if (uid && raw.headers.cookie) raw.headers.cookie = cookiesIn(raw.headers.cookie, uid);
}
