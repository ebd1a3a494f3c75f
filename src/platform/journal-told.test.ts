// A text that is compared instead of parsed must say what the parser would: whatever else could hide in it is parsed.
import { describe, expect, it } from 'vitest';
import { readFact } from './journal-told.ts';

const STREAM = 'dossier:018c27df-45a8-7558-9cbe-2f9e90298f37';
const NAME = 'dossier.accepted';
const AT = '2023-12-04T02:09:40.000000Z';
const WHO = '1b670681-0c18-abb9-0cd0-b579d828d3d2';
const begin = `{"stream":"${STREAM}","name":"${NAME}","at":"${AT}","actor":{"kind":"official","personId":"${WHO}"},"data":`;
const read = (text: string) => readFact(STREAM, NAME, AT, text);

describe('a fact read from its text', () => {
  it.each([
    ['nothing', '{}'],
    ['words and numbers', '{"number":"000.24.06.H02-231204-00001","fee":-5,"free":false,"due":null}'],
    ['what is written with marks', '{"reason":"Thiếu bản sao","said":"a \\"b\\" \\u0041\\n"}'],
    ['lists and objects', '{"items":[1,2],"of":{"a":"}},"}}'],
    ['the same key twice', '{"a":1,"a":2}'],
  ])('says what the parser says of %s', (_what, data) => {
    const { agrees, body } = read(`${begin}${data}}`);
    expect(agrees).toBe(true);
    expect(body?.name).toBe(NAME);
    expect(body?.at).toBe(AT);
    expect(body?.actor.personId).toBe(WHO);
    expect(body?.data).toEqual(JSON.parse(data));
  });

  it('nobody did it', () => {
    const { body, agrees } = read(begin.replace(`"${WHO}"`, 'null').concat('{"a":1}}'));
    expect(agrees).toBe(true);
    expect(body?.actor.personId).toBeNull();
  });

  it.each([
    ['another name behind the data', `${begin}{},"name":"dossier.refused"}`],
    ['another stream behind the data', `${begin}{"a":1},"stream":"dossier:x"}`],
    ['another moment within the text', begin.replace(AT, '2023-12-04T02:09:41.000000Z').concat('{}}')],
    ['text behind its end', `${begin}{}} `.concat('x')],
    ['a number that is none', `${begin}{"a":01}}`],
    ['a comma too many', `${begin}{"a":1,}}`],
    ['no end', `${begin}{"a":1}`],
  ])('does not agree with columns: %s', (_what, text) => {
    expect(read(text).agrees).toBe(false);
  });

  it('a moment written otherwise is the same moment', () => {
    expect(read(begin.replace(AT, '2023-12-04T09:09:40+07:00').concat('{}}')).agrees).toBe(true);
  });
});
