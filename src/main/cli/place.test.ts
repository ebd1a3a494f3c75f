// The door that other people's scripts use: what a place means, and what there is to choose.
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from './place.ts';

interface Answer {
  id?: unknown;
  match: { code: string; name: string; path: string } | null;
  choices: { code: string; path: string }[];
  why: string;
  error?: string;
}

async function ask(...questions: object[]): Promise<Answer[]> {
  let out = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      out += String(chunk);
      done();
    },
  });
  await run([], {
    input: (async function* () {
      for (const question of questions) yield `${JSON.stringify(question)}\n`;
    })(),
    output,
    errors: output,
    env: {},
    folder: '.',
  });
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('a commune of before: its code, its name, and in full with today’s name first', async () => {
  const [answer] = await ask({ id: 7, q: 'thôn Khánh Vân xã Lương Phong', at: '2026-11-23' });
  expect(answer).toEqual({
    id: 7,
    match: {
      code: '07846',
      name: 'Xã Lương Phong',
      path: 'Xã Hiệp Hòa, tỉnh Bắc Ninh (trước 01/07/2025 là xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang)',
    },
    choices: [],
    why: 'Nơi này được hiểu là “Xã Hiệp Hòa, tỉnh Bắc Ninh (trước 01/07/2025 là xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang)”.',
  });
});

test('a former district is the match, its communes are the choices', async () => {
  const [answer] = await ask({ q: 'Quy Nhơn, Bình Định', at: '2026-11-23' });
  expect(answer?.match?.name).toBe('Thành phố Quy Nhơn');
  expect(answer?.choices.map((one) => one.code)).toContain('21583');
  expect(answer?.choices.every((one) => one.path.includes('thành phố Quy Nhơn, tỉnh Bình Định cũ'))).toBe(
    true,
  );
  expect(answer?.why).toContain('đơn vị cấp huyện cũ');
});

test('a name of several levels is no match; the province stands first', async () => {
  const [answer] = await ask({ q: 'Bắc Ninh', at: '2026-11-23' });
  expect(answer?.match).toBeNull();
  expect(answer?.choices[0]).toMatchObject({ code: '24', path: 'Tỉnh Bắc Ninh' });
});

test('on a day before, only what was known then', async () => {
  const [then, now] = await ask(
    { q: 'xã Hiệp Hòa, Bắc Ninh', at: '2023-05-15' },
    { q: 'xã Hiệp Hòa, Bắc Ninh', at: '2026-11-23' },
  );
  expect(then?.match).toBeNull();
  expect(now?.match?.code).toBe('07840');
});

test('an agency: the one in force on the day, by the old name too', async () => {
  const [now, then, above, away] = await ask(
    { q: 'Lương Phong', kind: 'agency', at: '2026-11-23' },
    { q: 'Lương Phong', kind: 'agency', at: '2023-05-15' },
    { q: 'Hiệp Hòa, Bắc Giang', kind: 'agency', at: '2023-05-15' },
    { q: 'Hoàn Kiếm, Hà Nội', kind: 'agency', at: '2026-11-23' },
  );
  expect(now?.match?.name).toBe('UBND xã Hiệp Hòa');
  expect(then?.match?.name).toBe('UBND xã Lương Phong');
  expect(above?.match?.name).toBe('UBND huyện Hiệp Hòa');
  expect(away).toMatchObject({ match: null, choices: [] });
  expect(away?.why).toContain('chưa phục vụ');
});

test('a line that asks nothing costs one error line', async () => {
  const [wrong, right] = await ask({ id: 1, q: 5 }, { id: 2, q: 'Hà Nội' });
  expect(wrong).toEqual({ id: 1, error: 'q: phải là tên một nơi' });
  expect(right?.match?.code).toBe('01');
});
