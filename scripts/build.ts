// Bundles the programs into dist/ and builds the assets; nothing is done when the sources have not changed.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildAssets } from './build-assets.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'dist', '.built');
const ENTRIES = [
  'src/main/start.ts',
  'src/main/web.ts',
  'src/main/worker.ts',
  'src/main/cli.ts',
  'sandbox/main.ts',
  // The programs of threads are loaded by their paths.
  'src/modules/files/look-at-picture.thread.ts',
  'src/modules/files/look-inside.thread.ts',
  'src/modules/files/press-picture.thread.ts',
  'src/modules/identity/password-hash.thread.ts',
  'src/platform/pdf/press.thread.ts',
  'src/sites/portal/pay/qr-picture.thread.ts',
  'src/modules/catalogue/papers/printed.ts',
  'src/modules/dossiers/papers/printed.ts',
  'src/modules/results/papers/printed.ts',
];

function sources(): string {
  const hash = createHash('sha256');
  const files = globSync('{src,sandbox,scripts}/**/*.{ts,tsx,scss}', { cwd: ROOT }).sort();
  for (const file of [...files, 'package-lock.json']) {
    const { mtimeMs, size } = statSync(join(ROOT, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const stamp = sources();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== stamp) {
  const began = performance.now();
  await build({
    entryPoints: Object.fromEntries(
      ENTRIES.map((path) => [path.replace(/^src\//u, '').replace(/\.ts$/u, ''), join(ROOT, path)]),
    ),
    outdir: join(ROOT, 'dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node26',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
  });
  await buildAssets(join(ROOT, 'dist', 'assets'));
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, stamp);
  console.log(`Đã dựng chương trình trong ${((performance.now() - began) / 1000).toFixed(1)} giây.`);
}
