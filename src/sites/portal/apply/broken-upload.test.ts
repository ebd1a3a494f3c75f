// A line that breaks off in mid-upload: the page stays with the files in it, says so at their box, and one more press sends them. What had
// come whole before is kept, with script and without.

import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filingBy } from '../../../../tests/support/filing.ts';
import { PHONE, type Viewer, viewPortal } from '../../../../tests/support/looking.ts';
import { pdf } from '../../../../tests/support/portal.ts';
import { registerApply } from './routes.ts';

const LONG = 120_000;
let viewer: Viewer;
beforeAll(async () => {
  viewer = await viewPortal('broken', '2026-11-23T09:00', (app, deps) => registerApply(app, deps));
  await writeFile(join(viewer.folder, 'khai sinh.pdf'), pdf('nguyên').bytes);
  await writeFile(join(viewer.folder, 'trống.pdf'), 'không phải PDF');
}, LONG);
afterAll(async () => viewer?.close());

async function atPaper() {
  const filing = filingBy(viewer.portal, viewer.an);
  const draft = await filing.begin('1.000656');
  await filing.answer(draft);
  const list = (await viewer.an.get(`${draft}/giay-to`)).body;
  return { draft, paper: /href="([^"]+\/giay-to\/[^"]+)"/u.exec(list)?.[1] ?? '' };
}

test(
  'is told at the box of files, and the same press sends them when the line is back',
  async () => {
    const { paper } = await atPaper();
    const { tab, close } = await viewer.open(PHONE);
    await tab.goto(`${viewer.origin}${paper}`);
    const input = tab.locator('input[type=file]');
    const count = () => input.evaluate((one: HTMLInputElement) => one.files?.length);
    const posts = '**/giay-to/**';
    await tab.route(posts, (route) =>
      route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
    );
    await input.setInputFiles(join(viewer.folder, 'khai sinh.pdf'));
    await tab.getByRole('button', { name: 'Tải lên' }).click();
    const note = tab.locator('.govuk-error-message', { hasText: 'đường truyền bị ngắt giữa chừng' });
    await note.waitFor();
    expect(await note.getAttribute('role')).toBe('alert');
    const pressedAt = await tab.evaluate(() => performance.now());
    expect([new URL(tab.url()).pathname, await count()]).toEqual([paper, 1]);
    expect(await input.evaluate((one) => one === document.activeElement)).toBe(true);
    await tab.unroute(posts);
    // Within a second it would be the same press.
    await tab.waitForFunction((since) => performance.now() - since > 1_000, pressedAt);
    await tab.getByRole('button', { name: 'Tải lên' }).click();
    await tab.getByText('Các tệp đã tải lên').waitFor();
    expect(await tab.locator('.mc-file').count()).toBe(1);
    expect(new URL(tab.url()).pathname).toBe(paper);
    await close();
  },
  LONG,
);

test(
  'what is refused opens at its summary, whose link leads to the box',
  async () => {
    const { paper } = await atPaper();
    const { tab, complaints, close } = await viewer.open(PHONE);
    await tab.goto(`${viewer.origin}${paper}`);
    await tab.locator('input[type=file]').setInputFiles(join(viewer.folder, 'trống.pdf'));
    await tab.getByRole('button', { name: 'Tải lên' }).click();
    const summary = tab.locator('.govuk-error-summary');
    await summary.getByText('nội dung không phải').waitFor();
    expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await tab.title()).toMatch(/^Lỗi: /u);
    await summary.getByRole('link').click();
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('tep');
    // And from there the right one goes.
    await tab.locator('input[type=file]').setInputFiles(join(viewer.folder, 'khai sinh.pdf'));
    await tab.getByRole('button', { name: 'Tải lên' }).click();
    await tab.getByText('Các tệp đã tải lên').waitFor();
    // The browser notes a refusal (422) itself.
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
    await close();
  },
  LONG,
);

test('without script: what came whole before the line broke is in the list after a reload', async () => {
  const { draft, paper } = await atPaper();
  const action = /action="(?<action>[^"]+\?_csrf=[^"]+)"/u.exec((await viewer.an.get(paper)).body)?.groups
    ?.action;
  const part = (name: string, text: string) =>
    `--b\r\ncontent-disposition: form-data; name="tep"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n${text}`;
  const whole = Buffer.from(pdf('đủ').bytes).toString('latin1');
  const socket = connect(Number(new URL(viewer.origin).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    Buffer.from(
      `POST ${(action ?? '').replaceAll('&amp;', '&')} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: mc_portal=${viewer.an.token}\r\n` +
        'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000000\r\n\r\n' +
        `${part('du.pdf', whole)}\r\n${part('do-dang.pdf', '%PDF-1.4\n'.padEnd(100_000))}`,
      'latin1',
    ),
  );
  const attached = async () =>
    (
      await viewer.portal.deps.db
        .selectFrom('dossiers.draft_file')
        .select('name')
        .where('draft_id', '=', draft.split('/').at(-1) ?? '')
        .execute()
    ).map(({ name }) => name);
  await expect.poll(attached, { timeout: 20_000 }).toEqual(['du.pdf']);
  socket.destroy();
  expect((await viewer.an.get(paper)).body).toContain('du.pdf');
  expect(await attached()).toEqual(['du.pdf']);
});
