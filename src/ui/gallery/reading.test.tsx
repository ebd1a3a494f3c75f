// Every component as read without styles and by simple parsers: words stay apart, and the HTML needs no patience.
import { expect, test } from 'vitest';
import { gluedWords } from '../../../tests/support/glued-words.ts';
import { Timeline } from '../pieces/index.ts';
import { renderFragment, renderPage } from '../render.tsx';
import { gallery } from './gallery.tsx';
import { SCENES } from './scenes.tsx';

const PAGES = [
  ['gallery', () => gallery()],
  ['gallery in English', () => gallery({ lang: 'en' })],
  ['gallery at the desk', () => gallery({ site: 'desk' })],
  ...Object.entries(SCENES),
] as const;

test.each(PAGES)('%s', (_name, page) => {
  const html = renderPage(page());
  expect(gluedWords(html)).toEqual([]);
  const tags =
    html.replace(/<svg[\s\S]*?<\/svg>/gu, '').match(/<[a-z][^\s>]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*\/?>/gu) ??
    [];
  expect(tags.filter((tag) => tag.endsWith('/>'))).toEqual([]);
  const ids = [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('what somebody wrote is not touched, whatever it looks like', () => {
  const wrote = 'a/> <b/>"</span><span>';
  const html = renderFragment(<input value={wrote} checked />);
  expect(html).toBe('<input value="a/> &lt;b/>&quot;&lt;/span>&lt;span>" checked>');
  expect(renderFragment(<p>{wrote}</p>)).toBe(
    '<p>a/> &lt;b/>&quot;&lt;/span>&lt;span></p>'.replace('"', '"'),
  );
});

test('a moment has thousandths of a second and no more', () => {
  const items = [
    { title: 'Đã tiếp nhận', at: '15:30', instant: '2026-11-20T08:30:00.123456Z' },
    { title: 'Đã nộp', at: '14:00', instant: '2026-11-20T07:00:00Z' },
    { title: 'Đã soạn', at: '13:00' },
  ];
  const html = renderFragment(<Timeline items={items} />);
  expect([...html.matchAll(/<time[^>]*>/gu)].map(([tag]) => tag)).toEqual([
    '<time datetime="2026-11-20T08:30:00.123Z">',
    '<time datetime="2026-11-20T07:00:00Z">',
  ]);
});
