// A whole installation on a disk that fills: uploads stop first and say so, everything else goes on to the last byte and beyond.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, Connection } from '../../bench/connections.ts';
import { uploadRequest } from '../../bench/figures/with-files.ts';
import { newPaper } from '../../bench/paper.ts';
import {
  birthMatter,
  citizens,
  type PreparedDraft,
  prepareDrafts,
  sendRequest,
} from '../../bench/prepared.ts';
import { wordsOf } from '../support/plain-browser.ts';
import { type Installation, newInstallation, until } from './installation.ts';

const pageOf = ({ raw, bodyAt }: Answer) =>
  wordsOf(raw.length > bodyAt ? brotliDecompressSync(raw.subarray(bodyAt)).toString('utf8') : '');

const MB = 1_048_576;
/** Only root mounts a small disk; anybody else is told that more is kept back than any disk has. */
const root = process.getuid?.() === 0;

let installation: Installation;
let withPapers: PreparedDraft;
let ready: PreparedDraft[];

async function prepare(): Promise<void> {
  const db = installation.db();
  const people = await citizens(db, installation.secret(), 1);
  withPapers = (await prepareDrafts(db, await birthMatter(db, false), people, 1))[0]!;
  ready = await prepareDrafts(db, await birthMatter(db, true), people, 3);
}

async function asked(request: Buffer): Promise<Answer> {
  const connection = await Connection.open(installation.port);
  try {
    return await connection.send(request);
  } finally {
    connection.close();
  }
}
const upload = () => asked(uploadRequest(withPapers, [newPaper()]));
async function isRefused(): Promise<void> {
  const refused = await upload();
  expect(refused.status).toBe(422);
  expect(pageOf(refused)).toContain('tạm chưa nhận thêm tệp vì nơi lưu tệp sắp đầy');
}
const file = async () => {
  const answer = await asked(sendRequest(installation.secret(), ready.pop()!));
  expect(answer.status).toBe(303);
  expect(answer.location).toMatch(/\/da-nop$/u);
};
async function health(): Promise<{ reasons: string[]; database: string }> {
  const answer = await fetch(`http://127.0.0.1:${installation.port}/health`);
  return (await answer.json()) as { reasons: string[]; database: string };
}
async function allAnswer(): Promise<void> {
  const pages = ['/', '/thu-tuc'].map((path) => installation.port + path);
  for (const address of [...pages, `${installation.port + 1}/`, `${installation.port + 2}/`]) {
    const answer = await fetch(`http://127.0.0.1:${address}`);
    expect([address, answer.status]).toEqual([address, 200]);
  }
}

describe.runIf(root)('on a disk of 640 MB', () => {
  let disk: string;

  beforeAll(async () => {
    disk = mkdtempSync(join(tmpdir(), 'motcua-disk-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=640m,mode=755', 'tmpfs', disk], {
      encoding: 'utf8',
    });
    expect(mounted.stderr).toBe('');
    installation = await newInstallation({
      under: disk,
      logLevel: 'info',
      settings: { DISK_RESERVE_MB: '96', BALLAST_MB: '48' },
    });
    await installation.start();
    await prepare();
  }, 120_000);
  afterAll(async () => {
    await installation?.close();
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }, 60_000);

  const free = () => {
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize;
  };
  const somebody = () => join(disk, 'somebody');
  /** Somebody else's file grows until this is left. */
  const leave = (bytes: number) => {
    const size = (existsSync(somebody()) ? statSync(somebody()).size : 0) + free() - bytes;
    const said = spawnSync('fallocate', ['-l', String(size), somebody()], { encoding: 'utf8' });
    expect(said.stderr).toBe('');
  };
  const leaveNothing = () => {
    spawnSync('sh', ['-c', `cat /dev/zero >> '${somebody()}'`]);
    expect(free()).toBeLessThan(65_536);
  };
  const ballast = () => join(installation.varFolder, 'pg', 'ballast');
  const ballastBytes = () => (existsSync(ballast()) ? statSync(ballast()).size : 0);

  test('uploads stop first; filing goes on, on the last megabyte too; with room again all is as before', async () => {
    const first = await upload();
    expect(first.status, pageOf(first)).toBe(303);
    await until(() => ballastBytes() === 48 * MB, 'room is kept for the database');
    await file();

    leave(90 * MB);
    await until(async () => (await health()).reasons.includes('uploads-stopped'), 'uploads have stopped');
    await isRefused();
    expect(ballastBytes()).toBe(48 * MB);
    await allAnswer();
    await file();

    leave(MB);
    await until(() => ballastBytes() === 0, 'the room is given to the database');
    await until(async () => (await health()).reasons.includes('ballast-spent'), 'that is told');
    await allAnswer();
    await file();
    expect((await health()).database).toBe('ok');

    // Nothing is left at all, for the log neither.
    leaveNothing();
    await allAnswer();
    for (let n = 0; n < 50; n++) await fetch(`http://127.0.0.1:${installation.port}/tra-cuu?ma=${n}`);
    await allAnswer();

    rmSync(somebody());
    await installation.healthy();
    await until(
      async () => (await health()).reasons.every((one) => one === 'disk-low'),
      'nothing else is wrong',
    );
    expect((await upload()).status).toBe(303);
    expect(ballastBytes()).toBe(48 * MB);
  }, 120_000);
});

describe.skipIf(root)('while more is kept back than is free', () => {
  beforeAll(async () => {
    installation = await newInstallation({ settings: { DISK_RESERVE_MB: '1048576' } });
    await installation.start();
    await prepare();
  }, 120_000);
  afterAll(async () => installation?.close(), 60_000);

  test('uploads are refused in words, the three sites answer, and filing goes on', async () => {
    await isRefused();
    expect((await health()).reasons).toContain('uploads-stopped');
    await allAnswer();
    await file();
  });
});
