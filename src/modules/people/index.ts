// The only door to persons.
export { findOrCreatePerson, type NewPerson } from './find-or-create-person.ts';
export { addMandate, mandatesOf, type NewMandate } from './mandates.ts';
export {
  findPerson,
  findPersonByNumber,
  findPersons,
  findPersonsByNumbers,
  identityOf,
  type Person,
} from './reads.ts';
export { peopleSentences } from './refusals.ts';
export { type Contact, updateContact } from './update-contact.ts';
