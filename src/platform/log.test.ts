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
