// The built styles and script are read by browsers of early 2018 (Chromium 64): what those do not know stands nowhere, or beside something they do.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAssets } from '../../scripts/build-assets.ts';

let folder: string;
let css: string;
let js: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'old-'));
  const manifest = await buildAssets(folder);
  const read = (address: string) => readFile(join(folder, basename(address)), 'utf8');
  [css, js] = await Promise.all([read(manifest.css), read(manifest.js)]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The innermost rules, each with the conditions around it. */
function rulesOf(sheet: string): { within: string[]; selector: string; body: string }[] {
  const rules: { within: string[]; selector: string; body: string }[] = [];
  const around: string[] = [];
  let from = 0;
  for (let at = 0; at < sheet.length; at += 1) {
    if (sheet[at] === '{') {
      around.push(sheet.slice(from, at).trim());
      from = at + 1;
    } else if (sheet[at] === '}') {
      const selector = around.pop() ?? '';
      const body = sheet.slice(from, at).trim();
      if (body) rules.push({ within: [...around], selector, body });
      from = at + 1;
    }
  }
  return rules;
}

const isAsked = (within: readonly string[]) => within.some((at) => /^@supports/u.test(at));
const onPaper = (within: readonly string[]) => within.some((at) => /^@media.*print/u.test(at));
/** Left out, nothing but an ornament is missing. */
const ORNAMENT = /^(?:text-decoration-thickness|text-underline-offset|text-wrap|row-gap)$/u;

describe('styles', () => {
  test('no selector is newer, but on paper', () => {
    const newer = /:(?:is|where|has|focus-visible)\b|::(?:marker|details-content)|^&/u;
    const found = rulesOf(css)
      .filter(({ within, selector }) => newer.test(selector) && !onPaper(within))
      .map(({ selector }) => selector);
    expect(found).toEqual([]);
  });

  test('no gap between flexible boxes, no shorthand of a later year', () => {
    const newer =
      /^(?:gap|column-gap|inset|inset-.+|aspect-ratio|place-.+|margin-inline.*|padding-inline.*|margin-block.*|padding-block.*)$/u;
    const found = rulesOf(css).flatMap(({ within, selector, body }) =>
      isAsked(within)
        ? []
        : body
            .split(';')
            .map((line) => line.slice(0, line.indexOf(':')))
            .filter((property) => newer.test(property))
            .map((property) => `${selector}: ${property}`),
    );
    expect(found).toEqual([]);
  });

  test('min(), max() and clamp() and new units stand after a value that everybody reads', () => {
    const found = rulesOf(css).flatMap(({ within, selector, body }) => {
      if (isAsked(within)) return [];
      const lines = body
        .split(';')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
      return lines
        .filter(
          ([property = '', value = '']) =>
            /(?<![a-z])(?:min|max|clamp)\(|\d(?:[dsl]vh|[dsl]vw|lh)\b/u.test(value) &&
            !ORNAMENT.test(property),
        )
        .filter(([property], at) => !lines.slice(0, at).some(([earlier]) => earlier === property))
        .map(([property, value]) => `${selector}: ${property}:${value}`);
    });
    expect(found).toEqual([]);
  });

  test('where a word may break anywhere, the old way of saying so stands beside it', () => {
    const found = rulesOf(css)
      .filter(
        ({ body }) => body.includes('overflow-wrap:anywhere') && !body.includes('word-break:break-word'),
      )
      .map(({ selector }) => selector);
    expect(found).toEqual([]);
  });
});

test('the script has no word of a later language', () => {
  const newer =
    /\?\?|\?\.[A-Za-z_$([]|\bcatch\{|\.(?:at|flat|flatMap|fromEntries|matchAll|replaceAll|replaceChildren|requestSubmit|toggleAttribute|allSettled|groupBy|arrayBuffer|findLast|hasOwn)\(|\bstructuredClone\b|\bglobalThis\b|\bAbortController\b|\d_\d|#[a-z]\w*[=;(]/gu;
  expect(js.match(newer) ?? []).toEqual([]);
});
