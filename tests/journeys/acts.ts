// What people do again and again in the journeys: fill a draft to its last page, send it, open a dossier at the desk.
import { expect } from 'vitest';
import { signIn, type Visitor, type Who } from '../support/browser.ts';
import type { Country } from '../support/country.ts';
import { pdf } from '../support/portal.ts';

export const AGREE = 'Đồng ý và tiếp tục';
type Pages = Readonly<Record<string, Readonly<Record<string, string>>>>;

const pathOf = (visitor: Visitor) => new URL(visitor.tab.url()).pathname;

/** From anywhere to the first page of a new draft, signing in on the way if need be. */
export async function begin(visitor: Visitor, country: Country, slug: string, who: Who): Promise<void> {
  await visitor.open(`${country.urls.portal}/nop-ho-so?thu-tuc=${slug}`);
  if (pathOf(visitor) === '/dang-nhap') await signIn(visitor, country, who);
  expect(pathOf(visitor)).toMatch(/^\/nop-ho-so\/[0-9a-f-]{36}\/noi-nop$/u);
}

/** Types the place and takes the first office that is found. */
export async function typePlace(visitor: Visitor, place: string): Promise<void> {
  await visitor.tab.getByLabel('Xã, phường của bạn').fill(place);
  await visitor.press('Tìm nơi nộp');
  await visitor.tab.getByRole('radio').first().check();
  await visitor.press(AGREE);
}

/** Answers page by page, wherever the form leads. @returns the pages seen, in order */
export async function answerForm(visitor: Visitor, pages: Pages): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const page = /\/thong-tin\/([^/]+)$/u.exec(pathOf(visitor))?.[1];
    if (!page) return seen;
    expect(seen, `${page} leads nowhere: ${await visitor.words()}`).not.toContain(page);
    seen.push(page);
    await visitor.fill(pages[page] ?? {});
    await visitor.press(AGREE);
  }
}

/** Gives one file for each paper that the page still asks for, and goes on. */
export async function givePapers(visitor: Visitor): Promise<void> {
  const { tab } = visitor;
  expect(pathOf(visitor)).toMatch(/\/giay-to$/u);
  for (;;) {
    const lacking = tab
      .locator('.govuk-task-list__item', { has: tab.locator('.govuk-tag') })
      .getByRole('link');
    if ((await lacking.count()) === 0) break;
    const name = await lacking.first().innerText();
    await visitor.leadingOn(() => lacking.first().click());
    await upload(visitor, name);
    await visitor.follow('Tiếp tục');
    if (!/\/giay-to$/u.test(pathOf(visitor)))
      await visitor.open(visitor.tab.url().replace(/\/giay-to\/.*$/u, '/giay-to'));
  }
  await visitor.press(AGREE);
}

/** Uploads a photographed paper on the page that asks for it. */
export async function upload(visitor: Visitor, text: string): Promise<void> {
  const { name, mime, bytes } = pdf(text);
  await visitor.tab
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: mime, buffer: Buffer.from(bytes) });
  await visitor.press('Tải lên');
  expect(await visitor.words()).toContain(name);
}

/** Chooses how to hand in and how to get the result, by the words on the page. */
export async function chooseWays(visitor: Visitor, handIn: string, result: string): Promise<void> {
  await visitor.tab.getByLabel(handIn).check();
  await visitor.tab.getByLabel(result).check();
  await visitor.press(AGREE);
}

/** Types the code that the page shows and ticks the sentence. */
export async function declare(visitor: Visitor): Promise<void> {
  await visitor.tab.getByLabel('Nhập mã xác nhận').fill(await visitor.shownCode());
  await visitor.tab.getByLabel('Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên').check();
}

/** Declares and sends. @returns the dossier's id and its request code */
export async function send(visitor: Visitor): Promise<{ id: string; code: string }> {
  await declare(visitor);
  await visitor.press('Nộp hồ sơ');
  return sent(visitor);
}

/** What the confirmation says. */
export async function sent(visitor: Visitor): Promise<{ id: string; code: string }> {
  const id = /^\/ho-so\/([0-9a-f-]{36})\/da-nop$/u.exec(pathOf(visitor))?.[1];
  expect(id, `not sent: ${await visitor.words()}`).toBeDefined();
  const code = await visitor.tab.locator('.govuk-panel .mc-number').innerText();
  return { id: id ?? '', code };
}

/** Opens a dossier from the queue of an official, found by its number or request code. */
export async function openFromQueue(official: Visitor, country: Country, number: string): Promise<void> {
  await official.open(`${country.urls.desk}/hang-doi`);
  await official.tab.getByLabel('Tìm theo mã hồ sơ').fill(number);
  await official.press('Tìm');
  await official.follow(number);
  await official.follow('Mở cả trang');
}
