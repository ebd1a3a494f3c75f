// Nobody speaks in passing: what people read stands among the words, and every set of words that is read in two languages is whole
// in both.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inlineWords } from './inline-words.ts';
import { twinFaults } from './word-twins.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const isTest = (file: string) => /\.test\.tsx?$/u.test(file);
const isWords = (file: string) => /(?:^|\.)(?:vi|en)\.ts$|^src\/ui\/words\/(?:vi|en)\.ts$/u.test(file);
/** Samples of every component, filled in as on a page; only tests render them. */
const isSample = (file: string) => file.startsWith('src/ui/gallery/');

describe('inline words', () => {
  const pages = globSync(['src/**/*.tsx', 'src/sites/**/*.ts', 'src/ui/**/*.ts', 'src/flows/**/*.ts'], {
    cwd: ROOT,
  })
    .filter((file) => !isTest(file) && !isWords(file) && !isSample(file))
    .sort();

  it('stand in no page, no piece of one and no flow', () => {
    const found = pages.flatMap((file) =>
      inlineWords(file, readFileSync(ROOT + file, 'utf8')).map(
        ({ line, says }) => `${file}:${line}: ${says}`,
      ),
    );
    expect(pages.length).toBeGreaterThan(200);
    expect(found).toEqual([]);
  });

  it.each([
    ['a text between tags', '<p>Pay now</p>', 'Pay now'],
    ['a Vietnamese letter anywhere', "const name = 'Hồ sơ';", 'Hồ sơ'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source that is read.
    ['a piece of a template', '<p>{`${n} files`}</p>', 'files'],
    ['a choice between texts', "<p>{paid ? 'Paid' : words.unpaid}</p>", 'Paid'],
    ['what stands in for a missing text', "<p>{name ?? 'Nobody'}</p>", 'Nobody'],
    ['a label for screen readers', '<nav aria-label="Pages" />', 'Pages'],
    ['a placeholder', "<input placeholder={'Your name'} />", 'Your name'],
    ['a button of plain HTML', '<input type="submit" value="Send" />', 'Send'],
    ['what a component is handed', '<Button text="Send" />', 'Send'],
    ['a row handed to a component', "<List rows={[{ label: 'Fee', key: 'fee' }]} />", 'Fee'],
  ])('are seen: %s', (_what, source, says) => {
    expect(inlineWords('page.tsx', `const x = ${source.startsWith('<') ? source : `1; ${source}`}`)).toEqual([
      { line: 1, says },
    ]);
  });

  it.each([
    ['a comment', '// Hồ sơ'],
    ['the value of a box', '<input type="radio" value="yes" name="agree" />'],
    ['a class, an address, an id', '<a class="govuk-link" href="/ho-so" id="ho-so">{words.mine}</a>'],
    ['what is compared', "<p>{state === 'paid' && words.paid}</p>"],
    ['a key of the keyboard', '<kbd>Enter</kbd>'],
    ['signs', '<p>{a} · {b} →</p>'],
  ])('are not seen in %s', (_what, source) => {
    expect(inlineWords('page.tsx', source.startsWith('<') ? `const x = ${source}` : source)).toEqual([]);
  });
});

describe('sets of words', () => {
  /** Officials read Vietnamese. */
  const onlyVietnamese = (file: string) => file.startsWith('src/sites/desk/');
  const sets = globSync(['src/**/*.vi.ts', 'src/ui/words/vi.ts'], { cwd: ROOT })
    .filter((file) => !onlyVietnamese(file))
    .sort();
  const english = globSync(['src/**/*.en.ts', 'src/ui/words/en.ts'], { cwd: ROOT }).sort();

  it('have a twin each', () => {
    expect(sets.length).toBeGreaterThan(30);
    expect(english).toEqual(sets.map(twinOf).sort());
  });

  it.each(sets)('%s says the same in both languages', async (file) => {
    const [vi, en] = await Promise.all(
      [file, twinOf(file)].map((one) => import(pathToFileURL(ROOT + one).href)),
    );
    expect(twinFaults(vi, en)).toEqual([]);
  });
});

describe('twins', () => {
  const faults = (vi: unknown, en: unknown) => twinFaults({ vi }, { en });

  it('are held to each other’s keys, however deep', () => {
    expect(faults({ a: { b: 'Một', c: 'Hai' } }, { a: { b: 'One', d: 'Two' } })).toEqual([
      'vi.a.c: not in English',
      'vi.a.d: not in Vietnamese',
    ]);
  });

  it('tell of the same things', () => {
    const say = ({ day, name }: { day: string; name: string }) => `Hẹn ${name} ngày ${day}`;
    expect(faults({ say }, { say: ({ day }: { day: string }) => `Come on ${day}` })).toEqual([
      'vi.say: English leaves out 0.name',
    ]);
    expect(
      faults(
        (n: number) => `${n} ngày`,
        (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`,
      ),
    ).toEqual([]);
  });

  it('say something, each in its own language', () => {
    expect(faults({ a: 'Một' }, { a: '' })).toEqual(['vi.a: empty']);
    expect(faults({ a: 'Xong' }, { a: 'Xong' })).toEqual(['vi.a: “Xong” in both']);
    expect(faults({ a: 'Gọi tổng đài' }, { a: 'Call tổng đài' })).toEqual([
      'vi.a: Vietnamese in English: “Call tổng đài”',
    ]);
    expect(faults({ a: 'Gõ “xã Hiệp Hòa”' }, { a: 'Type “xã Hiệp Hòa”' })).toEqual([]);
  });
});

function twinOf(vi: string): string {
  return vi.replace(/vi\.ts$/u, 'en.ts');
}
