// The search door answers by the division of powers of the day that is asked for.
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from './search.ts';

async function ask(
  question: object,
): Promise<{ hits: { code: string; name: string; why: string }[]; error?: string }> {
  let out = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      out += String(chunk);
      done();
    },
  });
  await run([], {
    input: (async function* () {
      yield `${JSON.stringify(question)}\n`;
    })(),
    output,
    errors: output,
    env: {},
    folder: '/',
  });
  return JSON.parse(out);
}

const codes = async (question: object) => (await ask(question)).hits.map((hit) => hit.code);

test('hộ kinh doanh: the district until 30/6/2025, the commune since', async () => {
  expect((await codes({ q: 'hộ kinh doanh', level: 'district' }))[0]).toBe('1.001612');
  expect((await codes({ q: 'hộ kinh doanh', level: 'commune', date: '2026-11-23' }))[0]).toBe('1.001612');
  expect(await codes({ q: 'hộ kinh doanh', level: 'commune', date: '2023-05-15' })).not.toContain('1.001612');
});

test('hits have code, name and why', async () => {
  const { hits } = await ask({ q: 'khai sinhh', limit: 1 });
  expect(hits).toEqual([
    {
      code: '1.001193',
      name: 'Đăng ký khai sinh',
      why: 'khớp cả cụm “khai sinh”; gần giống: “sinhh” ~ “sinh”',
    },
  ]);
});

test('a wrong level is refused in words', async () => {
  expect((await ask({ q: 'khai sinh', level: 'xã' })).error).toBe(
    'level: phải là commune, district, province hoặc ministry',
  );
});
