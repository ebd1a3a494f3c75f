// Makes the stored database of tests/upgrade, and runs no test.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/upgrade/*.make.ts'],
    globalSetup: ['tests/support/database-server.ts'],
    hookTimeout: 60_000,
  },
});
