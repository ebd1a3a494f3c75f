// What the identity module asks of the telephone companies: is this number registered to this person (chính chủ)?

/** The person who claims to own the number. */
export interface ClaimedOwner {
  /** E.164, `+84912345678`. */
  readonly phone: string;
  /** CCCD (12 digits) or CMND (9 digits). */
  readonly idNumber: string;
  /** As typed, NFC. */
  readonly fullName: string;
  /** ISO, as exact as the person knows it: `1990-02-01`, `1990-02` or `1990`. */
  readonly birthDate: string;
}

/**
 * - `match`: the number is registered to this person.
 * - `mismatch`: it is registered to someone else; the company never says which field disagreed.
 * - `unknownNumber`: no company has the number in service.
 * - `unavailable`: no trustworthy answer now; ask again later. Never treat it as a match.
 */
export type OwnerCheck = 'match' | 'mismatch' | 'unknownNumber' | 'unavailable';

export interface PhoneOwnerPort {
  /** Asks once. Never throws for what the company does. */
  check(claim: ClaimedOwner): Promise<OwnerCheck>;
}
