// The tests of the rules alone: pure, without a database or a browser. What `npm run mutate` holds wrong changes against.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['src/rules/**/*.test.ts'], testTimeout: 30_000 },
});
