// Debian's PDF and bar-code tools, for tests that look at a paper the way a reader does. A missing tool is an error
// with the remedy in it, never a silent skip.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGES = {
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdffonts: 'poppler-utils',
  zbarimg: 'zbar-tools',
} as const;

type Tool = keyof typeof PACKAGES;

function run(tool: Tool, args: readonly string[]): Buffer {
  try {
    return execFileSync(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`${tool} is missing: apt-get install -y --no-install-recommends ${PACKAGES[tool]}`);
    }
    throw error;
  }
}

function withFile<T>(bytes: Uint8Array, name: string, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-paper-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of a PDF, runs of white space made one space. */
export function textOf(pdf: Uint8Array): string {
  const text = withFile(pdf, 'paper.pdf', (file) =>
    run('pdftotext', ['-enc', 'UTF-8', '-layout', file, '-']),
  );
  return text.toString('utf8').replace(/\s+/gu, ' ').trim();
}

/** The text by the structure tree, in reading order: what a screen reader gets. */
export function structureOf(pdf: Uint8Array): string {
  return withFile(pdf, 'paper.pdf', (file) => run('pdfinfo', ['-struct-text', file])).toString('utf8');
}

/** What `pdfinfo` says of a PDF, by label: Title, Pages, Tagged, PDF version … */
export function infoOf(pdf: Uint8Array): Readonly<Record<string, string>> {
  const lines = withFile(pdf, 'paper.pdf', (file) => run('pdfinfo', [file]))
    .toString('utf8')
    .split('\n');
  return Object.fromEntries(
    lines
      .filter((line) => line.includes(':'))
      .map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      }),
  );
}

/** The texts of every bar code on a page. */
export function codesOn(pdf: Uint8Array, page = 1): string[] {
  const range = ['-f', String(page), '-l', String(page)];
  return withFile(pdf, 'paper.pdf', (file, folder) => {
    const image = join(folder, 'page.png');
    writeFileSync(image, run('pdftoppm', ['-png', '-r', '150', ...range, file]));
    return run('zbarimg', ['--quiet', '--raw', image]).toString('utf8').trim().split('\n');
  });
}
