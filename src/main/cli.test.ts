// The scriptable doors, over streams as a script would use them.
import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runCli } from './cli.ts';

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.text += chunk.toString('utf8');
    done();
  }
}

async function run(args: readonly string[], input: Iterable<string | Uint8Array>) {
  const [output, errors] = [new Sink(), new Sink()];
  const code = await runCli(args, { input: Readable.from(input), output, errors, env: {}, folder: '/' });
  return { code, output: output.text, errors: errors.text };
}

async function answers(command: string, questions: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const { code, output } = await run([command], [questions.map((line) => JSON.stringify(line)).join('\n')]);
  expect(code).toBe(0);
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const SESSIONS = '07:30-11:30,13:30-17:30';
const ask = (id: string, acceptedAt: string, value: number, unit: string, pauses: object[] = []) => ({
  id,
  acceptedAt,
  period: { value, unit },
  pauses,
  sessions: SESSIONS,
  policy: { endOfDay: false },
});

describe('deadline', () => {
  test('answers the worked examples E1-E11 to the minute', async () => {
    const given = await answers('deadline', [
      ask('E1', '2026-11-23T09:00', 3, 'workingDay'),
      ask('E2', '2026-11-23T15:20', 0, 'sameDay'),
      ask('E3', '2026-08-28T16:00', 1, 'workingDay'),
      ask('E4', '2026-08-21T10:00', 1, 'workingDay'),
      ask('E5', '2026-11-19T10:30', 8, 'workingHour'),
      ask('E6', '2026-11-16T08:00', 5, 'workingDay', [{ from: '2026-11-18T10:00', to: '2026-11-20T15:00' }]),
      ask('E7', '2026-11-09T09:00', 15, 'calendarDay'),
      ask('E8', '2026-02-13T10:00', 5, 'workingDay'),
      ask('E9', '2026-12-30T14:00', 2, 'workingDay'),
      ask('E10', '2026-11-20T17:45', 1, 'workingDay'),
      ask('E11', '2026-11-19T12:10', 1, 'workingDay'),
    ]);
    expect(given.map(({ id, due }) => `${id} ${due}`)).toEqual([
      'E1 2026-11-27T09:00',
      'E2 2026-11-25T17:30',
      'E3 2026-09-03T16:00',
      'E4 2026-08-22T10:00',
      'E5 2026-11-20T10:30',
      'E6 2026-11-26T11:00',
      'E7 2026-11-25T09:00',
      'E8 2026-02-27T10:00',
      'E9 2027-01-04T14:00',
      'E10 2026-11-25T07:30',
      'E11 2026-11-20T13:30',
    ]);
    expect(given[0]).toEqual({
      id: 'E1',
      due: '2026-11-27T09:00',
      why: expect.stringContaining('Ngày Văn hóa'),
    });
  });

  test('needs neither pauses nor sessions nor policy: the law’s end of the day', async () => {
    const [given] = await answers('deadline', [
      { id: 7, acceptedAt: '2026-11-23T09:00', period: { value: 3, unit: 'workingDay' } },
    ]);
    expect(given).toMatchObject({ id: 7, due: '2026-11-27T17:30' });
  });

  test('keeps seconds when they were given', async () => {
    const [given] = await answers('deadline', [ask('s', '2026-11-23T09:00:05', 3, 'workingDay')]);
    expect(given?.due).toBe('2026-11-27T09:00:05');
  });

  test('a pause still open moves nothing', async () => {
    const [given] = await answers('deadline', [
      ask('open', '2026-11-23T09:00', 3, 'workingDay', [{ from: '2026-11-25T09:00' }]),
    ]);
    expect(given).toMatchObject({ due: '2026-11-27T09:00', why: expect.stringContaining('đang tạm dừng') });
  });

  test.each([
    ['a day that is not', { ...ask('x', '2026-02-30T09:00', 3, 'workingDay') }],
    ['a time with a zone', { ...ask('x', '2026-11-23T09:00Z', 3, 'workingDay') }],
    ['no hour', { ...ask('x', '2026-11-23', 3, 'workingDay') }],
    ['24 o’clock', { ...ask('x', '2026-11-23T24:00', 3, 'workingDay') }],
    ['an unknown unit', { ...ask('x', '2026-11-23T09:00', 3, 'week') }],
    ['no time at all', { ...ask('x', '2026-11-23T09:00', 0, 'workingDay') }],
    [
      'a number as text',
      { ...ask('x', '2026-11-23T09:00', 3, 'workingDay'), period: { value: '3', unit: 'workingDay' } },
    ],
    [
      'a pause backwards',
      ask('x', '2026-11-23T09:00', 3, 'workingDay', [{ from: '2026-11-25T09:00', to: '2026-11-24T09:00' }]),
    ],
    [
      'sessions that overlap',
      { ...ask('x', '2026-11-23T09:00', 3, 'workingDay'), sessions: '07:00-12:00,11:00-17:00' },
    ],
    ['nothing but an id', { id: 'x' }],
  ])('%s is one error line with its id', async (_what, question) => {
    const given = await answers('deadline', [question, ask('next', '2026-11-23T09:00', 3, 'workingDay')]);
    expect(given).toEqual([
      { id: 'x', error: expect.any(String) },
      { id: 'next', due: '2026-11-27T09:00', why: expect.any(String) },
    ]);
  });
});

test('check gives {ok, out, why}, and an error for what it cannot judge', async () => {
  const given = await answers('check', [
    { kind: 'phone', in: '0912 345 678' },
    { kind: 'cccd', in: '024087001234', ctx: { sex: 'nữ', birthYear: 1987, today: '2026-11-23' } },
    { kind: 'cccd', in: '' },
    { kind: 'passport', in: 'B1234567' },
    { kind: 'phone', in: 912345678 },
    { kind: 'phone', in: '0912345678', ctx: { today: '30/02/2026' } },
    { id: 'a', kind: 'partialDate', in: '05/1950' },
  ]);
  expect(given).toEqual([
    { ok: true, out: '+84912345678', why: 'Số điện thoại đúng dạng.' },
    { ok: 'warn', out: '024087001234', why: expect.stringContaining('giới tính') },
    { ok: false, out: null, why: 'Bạn phải nhập cmt/cccd.' },
    { error: expect.stringContaining('kind') },
    { error: expect.stringContaining('in:') },
    { error: expect.stringContaining('ctx.today') },
    { id: 'a', ok: true, out: '1950-05', why: expect.any(String) },
  ]);
});

test('sms-parts gives {encoding, parts}', async () => {
  const given = await answers('sms-parts', [{ text: 'Ho so' }, { text: 'ồ'.repeat(71) }, { text: null }]);
  expect(given).toEqual([
    { encoding: 'GSM7', parts: 1 },
    { encoding: 'UCS2', parts: 2 },
    { error: expect.any(String) },
  ]);
});

test('vietqr gives {payload}, for known banks only', async () => {
  const account = { bin: '970436', account: '1022663140' };
  const given = await answers('vietqr', [
    { ...account, amount: 15000, purpose: 'DVC H01231100017' },
    { ...account, amount: null, purpose: '' },
    { ...account, amount: 0, purpose: '' },
    { ...account, bin: '970999', amount: 1, purpose: '' },
    { ...account, amount: '15000', purpose: '' },
  ]);
  expect(given).toEqual([
    {
      payload:
        '00020101021238540010A00000072701240006970436011010226631400208QRIBFTTA53037045405150005802VN62200816DVC H01231100017630479DE',
    },
    {
      payload: '00020101021138540010A00000072701240006970436011010226631400208QRIBFTTA53037045802VN6304CED7',
    },
    { error: expect.stringContaining('Số tiền') },
    { error: expect.stringContaining('970999') },
    { error: expect.stringContaining('amount') },
  ]);
});

describe('lines', () => {
  test('a bad line is one error line; blank lines are nothing; the last needs no newline', async () => {
    const { code, output } = await run(['sms-parts'], ['oops\n\n[1]\nnull\r\n{"text":"a"}\r\n{"text":"b"}']);
    expect(code).toBe(0);
    expect(output.trimEnd().split('\n')).toEqual([
      '{"error":"Dòng này không phải JSON."}',
      '{"error":"Mỗi dòng phải là một đối tượng JSON."}',
      '{"error":"Mỗi dòng phải là một đối tượng JSON."}',
      '{"encoding":"GSM7","parts":1}',
      '{"encoding":"GSM7","parts":1}',
    ]);
  });

  test('bytes torn anywhere, even inside a letter, and a byte order mark', async () => {
    const bytes = new TextEncoder().encode(`\ufeff{"text":"Hồ sơ \u2028"}\n{"text":"đã xong"}\n`);
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const { output } = await run(['sms-parts'], pieces);
    expect(output).toBe('{"encoding":"UCS2","parts":1}\n{"encoding":"UCS2","parts":1}\n');
  });

  test('each answer comes as soon as its line has', async () => {
    const output = new Sink();
    const seen: string[] = [];
    async function* typing() {
      yield '{"text":"a"}\n';
      seen.push(output.text);
      yield '{"text":"b"}\n';
    }
    await runCli(['sms-parts'], { input: typing(), output, errors: new Sink(), env: {}, folder: '/' });
    expect(seen).toEqual(['{"encoding":"GSM7","parts":1}\n']);
  });

  test('no lines, no answers', async () => {
    expect(await run(['check'], [])).toEqual({ code: 0, output: '', errors: '' });
  });
});

test.each([[[]], [['bogus']], [['toString']]])('%j is no command: usage, exit 2', async (args) => {
  const { code, output, errors } = await run(args, []);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toMatch(/^usage: .*\ncommands: deadline, check, .*vietqr/u);
});
