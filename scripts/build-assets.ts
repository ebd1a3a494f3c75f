// Builds what the browser fetches: one style sheet and one small script, named by their content and compressed ahead of time.
import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { compileAsync } from 'sass';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What phones sold in 2016 run that were never updated since, and browsers of the same years. Held by tests/house/old-browsers.test.ts. */
const TARGETS = ['chrome64', 'firefox60', 'safari15'];

/** Addresses of the built files, as `furnish({assets})` takes them. */
export interface AssetManifest {
  readonly css: string;
  readonly js: string;
}

async function styles(): Promise<string> {
  const { css } = await compileAsync(join(ROOT, 'src/ui/styles/motcua.scss'), {
    loadPaths: [join(ROOT, 'node_modules')],
    quietDeps: true,
  });
  const { code } = await transform(css, { loader: 'css', minify: true, target: TARGETS });
  return code;
}

async function script(): Promise<string> {
  const entries = await Array.fromAsync(glob('src/ui/**/*.browser.ts', { cwd: ROOT }));
  const contents = entries.sort().map((path) => `import ${JSON.stringify(`./${path}`)};`);
  const result = await build({
    stdin: { contents: contents.join('\n'), resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    format: 'esm',
    minify: true,
    target: TARGETS,
    write: false,
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Writes `name.<hash>.ext` with `.br` and `.gz` beside it; returns the file's name. */
async function store(outDir: string, name: string, extension: string, text: string): Promise<string> {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const file = `${name}.${hash}.${extension}`;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  await writeFile(join(outDir, file), text);
  await writeFile(join(outDir, `${file}.br`), brotliCompressSync(text, { params: quality }));
  await writeFile(join(outDir, `${file}.gz`), gzipSync(text, { level: 9 }));
  return file;
}

/**
 * Builds styles and script into `outDir` (emptied first) with `manifest.json`.
 * @param outDir folder that the sites serve under `/assets/`
 * @returns addresses under `/assets/`
 * @throws when sass or esbuild refuses the sources
 */
export async function buildAssets(outDir: string): Promise<AssetManifest> {
  const [css, js] = await Promise.all([styles(), script()]);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const manifest: AssetManifest = {
    css: `/assets/${await store(outDir, 'motcua', 'css', css)}`,
    js: `/assets/${await store(outDir, 'motcua', 'js', js)}`,
  };
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The manifest of an earlier build. @throws when nothing was built in `outDir` */
export async function readManifest(outDir: string): Promise<AssetManifest> {
  return JSON.parse(await readFile(join(outDir, 'manifest.json'), 'utf8'));
}

if (import.meta.main) {
  const manifest = await buildAssets(join(ROOT, 'dist/assets'));
  console.log(JSON.stringify(manifest));
}
