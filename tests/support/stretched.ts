// Pages as people may fill them at worst: whatever they wrote is eighty letters without a space, or a pasted link. Nothing may be wider than
// the narrowest screen, in large type and with wide letters as well.
import type { Page as Tab } from 'playwright-core';

const LETTERS = 'Nguyễnhuỳnhtrầnlêphạmhoàngphanvũđặngbùiđỗhồngôdươnglý'.repeat(2).slice(0, 80);
const LINK = `https://dichvucong.example.vn/tai-lieu/${'huong-dan_nop_ho_so'.repeat(4)}?ma=${'0123456789'.repeat(4)}`;
/** The text spacing of WCAG 1.4.12. */
const SPACING =
  '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }';
const NARROWEST = 320;

/** Puts the long texts in the place of every word of the page's matter, of the person's name and of what is typed. */
function stretch({ letters, link }: { letters: string; link: string }): void {
  // Codes, amounts, tags, the heads of columns and the word on the search button are the program's own, and short.
  const ours =
    '.mc-number, .govuk-tag, .govuk-task-list__status, .mc-state, .govuk-table__cell--numeric, thead, .mc-desk td:first-child, .mc-desk__link, .mc-search__button, .govuk-input__prefix, .govuk-input__suffix, .mc-tabs, .mc-steps, script, style, svg, option, .mc-keys, .govuk-visually-hidden';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.nodeValue?.trim() || !parent?.closest('main, .mc-actor__name') || parent.closest(ours))
      continue;
    count += 1;
    node.nodeValue = ` ${count % 3 === 0 ? link : letters} `;
  }
  for (const box of document.querySelectorAll<HTMLInputElement>('main input[type=text], main textarea'))
    box.value = link;
  for (const option of document.querySelectorAll('main option')) option.textContent = letters;
}

/** What is wider than the screen; empty when all is well. */
function wider(): string[] {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter(
    (one) => one.getBoundingClientRect().right > root.clientWidth + 0.5,
  );
  const deepest = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
  return deepest
    .map((one) => `${Math.round(one.getBoundingClientRect().right)}: ${one.outerHTML.slice(0, 110)}`)
    .slice(0, 6);
}

/**
 * Stretches the page of a tab and looks at it on the narrowest screen and on a wide one.
 * @returns what is wider than the screen, by the way of looking
 */
export async function spillsWhenStretched(tab: Tab): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const before = tab.viewportSize();
  const look = async (how: string, width: number) => {
    await tab.setViewportSize({ width, height: 740 });
    const wide = await tab.evaluate(wider);
    if (wide.length > 0) found[how] = wide;
  };
  await tab.evaluate(stretch, { letters: LETTERS, link: LINK });
  await look('narrow', NARROWEST);
  await look('wide', 1280);
  await tab.evaluate(() => document.documentElement.classList.add('mc--big'));
  await look('large type', NARROWEST);
  // A sheet of the script's own: the page's policy forbids others.
  await tab.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  await look('large type, wide letters', NARROWEST);
  await tab.evaluate(() => document.documentElement.classList.remove('mc--big'));
  await look('wide letters', NARROWEST);
  await tab.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  if (before) await tab.setViewportSize(before);
  return found;
}
