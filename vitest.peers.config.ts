// Tests against real components, most of them Debian's; scripts/test-peers.mjs installs them and runs this.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.peers.test.ts', 'tests/peers/*.peers.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    globalSetup: ['tests/peers/set-up.ts'],
  },
});
