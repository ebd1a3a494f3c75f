// Whoever counts by address counts blocks: a line of IPv6 has a whole /64 of addresses, and takes another when it likes.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

test('the visitor’s single address is read where its block is made, and nowhere else', () => {
  const readers = globSync('**/*.{ts,tsx}', { cwd: SRC })
    .filter((file) => !/\.test\.tsx?$/u.test(file))
    .filter((file) => /\b(?:req|request)\.ips?\b|\bremoteAddress\b/u.test(readFileSync(SRC + file, 'utf8')));
  // Who asks whether it comes from this machine counts nobody.
  expect(readers).toEqual(['platform/http/machines.ts', 'platform/http/site.ts']);
});
