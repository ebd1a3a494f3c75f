// Branded ids: a person's id can never be passed where a dossier's is expected.

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type PersonId = Brand<string, 'PersonId'>;
export type AccountId = Brand<string, 'AccountId'>;
export type AgencyId = Brand<string, 'AgencyId'>;
export type DraftId = Brand<string, 'DraftId'>;
export type DossierId = Brand<string, 'DossierId'>;
export type BillId = Brand<string, 'BillId'>;
export type ResultId = Brand<string, 'ResultId'>;
export type Sha256 = Brand<string, 'Sha256'>;
/** Integer đồng. */
export type Money = Brand<number, 'Money'>;

/** Integer đồng from a number. @throws RangeError when it is not a safe integer ≥ 0 */
export function money(amount: number): Money {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount in đồng: ${amount}`);
  return amount as Money;
}
