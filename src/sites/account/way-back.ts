// Where somebody was before they came to sign up: only a sign-in of this site is ever gone back to.

/** A safe `/tuong-tac/<id>` or nothing. */
export function wayBack(ve: string | undefined): string | undefined {
  return ve && /^\/tuong-tac\/[\w-]{10,64}$/u.test(ve) ? ve : undefined;
}

/** The path with `?ve=` when there is somewhere to go back to. */
export function withWayBack(path: string, ve: string | undefined): string {
  const back = wayBack(ve);
  return back ? `${path}${path.includes('?') ? '&' : '?'}ve=${encodeURIComponent(back)}` : path;
}
