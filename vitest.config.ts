import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

// Each user's own: the browser unpacks itself there once, and another user may not run what one user unpacked.
const scratch = join(tmpdir(), `motcua-${userInfo().uid}`);
mkdirSync(scratch, { recursive: true, mode: 0o755 });

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'sandbox/**/*.test.ts',
      'tests/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    // They need components of Debian: vitest.peers.config.ts.
    exclude: [...configDefaults.exclude, '**/*.peers.test.ts'],
    env: { TMPDIR: scratch },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    setupFiles: ['tests/support/loop-watch.ts'],
    globalSetup: ['tests/support/database-server.ts'],
  },
});
