// Every form that writes carries the session's token.

/** Hidden `_csrf` field; nothing without a token. */
export function CsrfField({ token }: { token: string | undefined }) {
  return token ? <input type="hidden" name="_csrf" value={token} /> : null;
}
