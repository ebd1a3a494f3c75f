// One cookie a site; with https no other site of the domain can set it.
/** The name of a site's cookie, which holds the token of a session or of a visitor. */
export function cookieName(options: { name: string; secure: boolean }): string {
  return `${options.secure ? '__Host-' : ''}mc_${options.name}`;
}
