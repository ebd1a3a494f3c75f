// The facts of results and of their numbers, on `result:<id>`; the id is the number's and the result's alike.

export const ResultFact = {
  NumberReserved: 'result.number-reserved',
  Issued: 'result.issued',
  NumberVoided: 'result.number-voided',
} as const;

export const resultStream = (id: string) => `result:${id}`;
