// Ids that are no ids find nothing, rather than an error of the database.

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The id of an address if it can be one, else an id that nothing has. */
export function uuidOf(text: string | undefined): string {
  return text !== undefined && UUID.test(text) ? text : NOBODY;
}
