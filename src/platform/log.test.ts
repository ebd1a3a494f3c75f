// A line of the log never quotes what a database error quotes.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('leaves out the row that a database error names', () => {
  const program = `
    import { createLog } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)};
    const err = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (personal_id)=(024090001234)' });
    createLog('test', 'info').error({ err }, 'failed');`;
  const line = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(JSON.parse(line)).toMatchObject({ msg: 'failed', err: { message: 'duplicate key', code: '23505' } });
  expect(line).not.toContain('024090001234');
});

const said = (program: string) =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { createLog } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)}; const log = createLog('test', 'info').child({ site: 'x' }); ${program}`,
    ],
    { encoding: 'utf8' },
  );

it.each([
  [
    `log.error({ err: Object.assign(new Error('invalid input syntax for type date: "Nguyễn Văn An"'), { code: '22007' }) }, 'failed')`,
  ],
  [
    `log.error({ err: Object.assign(new Error('value "024090001234" is out of range for type integer'), { code: '22003' }) }, 'failed')`,
  ],
  [`try { JSON.parse('Nguyễn Văn An 024090001234') } catch (err) { log.error({ err }, 'failed') }`],
  [`log.error({ err: new Error('outer', { cause: new Error('the name "Nguyễn Văn An"') }) }, 'failed')`],
  [`log.warn({ reason: String(new Error('no such file "Nguyễn Văn An.pdf"')) }, 'sweep failed')`],
])('leaves out what an error quotes of what people sent: %s', (program) => {
  const line = said(program);
  expect(line).toMatch(/"msg":"(?:sweep )?failed"/u);
  expect(line).not.toMatch(/Nguy|024090001234/u);
});

it('keeps the names of our own things', () => {
  const line = said(
    `log.error({ err: Object.assign(new Error('duplicate key value violates unique constraint "dossier_number_key"'), { code: '23505' }) }, 'failed')`,
  );
  expect(JSON.parse(line)).toMatchObject({
    err: { message: expect.stringContaining('"dossier_number_key"') },
  });
});
