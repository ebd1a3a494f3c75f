// The facts a person leaves in the journal, on `person:<id>`; no name and no number is in them.

export const PersonFact = {
  Registered: 'person.registered',
  ContactChanged: 'person.contact-changed',
} as const;

/** The stream of one person. */
export const personStream = (id: string) => `person:${id}`;
