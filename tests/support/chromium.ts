// The one way tests start a browser: the same Chromium, libraries and letters on every machine, whatever is installed there.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url));

/** A bare Debian has none of the libraries Chromium asks for; those of the package stand in. @returns their folder, or nothing where the machine has its own */
async function libraries(executable: string): Promise<string | undefined> {
  const asked = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (asked.status === 0 && !asked.stdout.includes('not found')) return undefined;
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  await inflate(join(dirname(main), '..', 'bin', 'al2023.tar.br'));
  return join(tmpdir(), 'al2023', 'lib');
}

/** Only the program's own letters: what fits in a test fits by the style sheet, and not by a font that happens to be narrow. @returns the configuration's path */
function ownFonts(): string {
  const folder = join(tmpdir(), 'letters');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `fonts-${process.pid}.conf`);
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FONTS}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}

/** Starts the browser. The caller closes it. */
export async function startChromium(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  const own = await libraries(executablePath);
  const path = [own, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    env: { ...process.env, FONTCONFIG_FILE: ownFonts(), ...(path ? { LD_LIBRARY_PATH: path } : {}) },
  });
}
