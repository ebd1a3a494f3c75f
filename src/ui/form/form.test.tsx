// Every page of every published form as a browser without script sees it: what is drawn can be posted, read and mended.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { vietnameseLeft } from '../../../tests/support/vietnamese-left.ts';
import {
  type Answers,
  type FormContext,
  type FormDefinition,
  type FormError,
  pageBoxes,
  prefill,
  readPage,
  sayError,
  summary,
  visiblePages,
} from '../../rules/forms/index.ts';
import { placeReason } from '../../rules/places/index.ts';
import { AddressContext } from '../pieces/index.ts';
import { renderFragment } from '../render.tsx';
import { type Lang, LangContext } from '../words/index.ts';
import { AnswersSummary, FormPage } from './index.ts';

const folder = new URL('../../../db/seeds/reference/forms/', import.meta.url);
const forms = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as FormDefinition,
);
const pages = forms.flatMap((form) =>
  form.pages.map((page) => [`${form.code} ${form.revision} ${page.id}`, form, page.id] as const),
);
const LUONG_PHONG = { code: '07846', asOf: '2025-06-30', name: 'Xã Lương Phong, Tỉnh Bắc Giang' };
const HOP_THINH = { code: '07858', asOf: '2025-06-30', name: 'Xã Hợp Thịnh, Tỉnh Bắc Giang' };
const ctx: FormContext = {
  today: Temporal.PlainDate.from('2026-11-23'),
  agencyName: 'UBND xã Hiệp Hòa',
  unit: (code) => [LUONG_PHONG, HOP_THINH].find((each) => each.code === code),
  findPlace: (text) => ({
    taken: text === 'Lương Phong' ? LUONG_PHONG : null,
    choices: text === 'hai nơi' ? [LUONG_PHONG, HOP_THINH] : [],
    detail: '',
    why: placeReason('place-unsure', { typed: text }),
  }),
};
const an = {
  fullName: 'Nguyễn Văn An',
  birthDate: '1990-03-27',
  personalNumber: '024090000001',
  phone: '+84912345678',
};

const draw = (
  form: FormDefinition,
  pageId: string,
  answers: Answers,
  errors: readonly FormError[] = [],
  lang: Lang = 'vi',
) =>
  renderFragment(
    <LangContext.Provider value={lang}>
      <AddressContext.Provider value="/">
        <FormPage definition={form} pageId={pageId} answers={answers} ctx={ctx} csrf="t" errors={errors} />
      </AddressContext.Provider>
    </LangContext.Provider>,
  );

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, 'u').exec(tag);
  return found ? plain(found[1] ?? '') : undefined;
};
const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** What a browser would post from this page when "continue" is pressed. */
function postOf(html: string): Record<string, string> {
  const posted: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/gu)) {
    const kind = attribute(tag, 'type');
    if ((kind === 'radio' || kind === 'checkbox') && attribute(tag, 'checked') === undefined) continue;
    posted[attribute(tag, 'name')!] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag, inside] of html.matchAll(/(<select[^>]*>)(.*?)<\/select>/gsu)) {
    const chosen = [...inside!.matchAll(/<option[^>]*>/gu)].find(
      ([option]) => attribute(option, 'selected') !== undefined,
    );
    posted[attribute(tag!, 'name')!] = chosen ? attribute(chosen[0], 'value')! : '';
  }
  for (const [, tag, inside] of html.matchAll(/(<textarea[^>]*>)(.*?)<\/textarea>/gsu)) {
    posted[attribute(tag!, 'name')!] = plain(inside!);
  }
  return posted;
}
const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id!);

describe.each(pages)('%s', (_, form, pageId) => {
  const start = prefill(form, an);
  const empty = readPage(form, pageId, {}, start, ctx);

  test('what is drawn posts back the same answers', () => {
    const { answers } = readPage(form, pageId, postOf(draw(form, pageId, start)), start, ctx);
    expect(pageBoxes(form, pageId, answers)).toEqual(pageBoxes(form, pageId, start));
  });

  test('every error leads to a box that is there, and says its words beside it', () => {
    const html = draw(form, pageId, empty.answers, empty.errors);
    for (const error of empty.errors) {
      const message = sayError('vi', error);
      expect(idsOf(html), message).toContain(error.fieldId);
      expect(html).toContain(message.replaceAll('&', '&amp;'));
    }
  });

  test('ids are unique, every label has its box, every description is there', () => {
    const html = draw(form, pageId, empty.answers, empty.errors);
    const ids = idsOf(html);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const named = [...html.matchAll(/\s(?:for|aria-describedby)="([^"]*)"/gu)].flatMap(([, list]) =>
      list!.split(' '),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('required and optional', () => {
  test('a choice that need not be made can be taken back, one that must be made cannot', () => {
    const form: FormDefinition = {
      code: 'x',
      revision: '1',
      title: 'X',
      legalBasis: [],
      sections: [{ id: 'A', title: 'A' }],
      pages: [
        {
          id: 'p',
          section: 'A',
          title: 'Hỏi',
          fields: [
            {
              key: 'must',
              label: 'Phải',
              type: 'radio',
              required: true,
              options: [{ value: 'a', label: 'A' }],
            },
            { key: 'may', label: 'Tùy', type: 'radio', options: [{ value: 'a', label: 'A' }] },
            { key: 'paper', label: 'Giấy tờ', type: 'idDoc' },
          ],
        },
      ],
      components: [],
    };
    const html = draw(form, 'p', { may: 'a' });
    const blank = [...html.matchAll(/<input[^>]*type="radio"[^>]*>/gu)]
      .map(([tag]) => tag)
      .filter((tag) => / value(?:="")?[ >/]/u.test(tag))
      .map((tag) => [/name="([^"]+)"/u.exec(tag)?.[1], / checked/u.test(tag)]);
    expect(blank).toEqual([
      ['may', false],
      ['paper.kind', false],
    ]);
    expect(readPage(form, 'p', { may: '', 'paper.kind': '', must: 'a' }, { may: 'a' }, ctx).errors).toEqual(
      [],
    );
    expect(html.match(/Để trống/gu)).toHaveLength(2);
    expect(draw(form, 'p', {}, [], 'en')).toContain('Leave blank');
  });
  const birth = forms.find((form) => form.code === '1.001193')!;

  test('required fields bear a star with its word, optional ones say so, the legend explains the star', () => {
    const html = draw(birth, 'child-name', {});
    expect(html).toContain('Những trường đánh dấu (*) là bắt buộc nhập.');
    expect(html).toMatch(
      /Họ <span class="mc-required" aria-hidden="true">\*<\/span> <span class="govuk-visually-hidden"> bắt buộc<\/span>/u,
    );
    expect(html).toContain('Chữ đệm (không bắt buộc)');
  });

  test('in English the words around the official labels are English', () => {
    const html = draw(birth, 'child-name', {}, [], 'en');
    expect(html).toContain('<span lang="vi">Chữ đệm</span> (optional)');
  });

  test('and what the form itself says is marked as Vietnamese, on every page of every form', () => {
    const inEnglish = (form: FormDefinition, pageId: string) => draw(form, pageId, {}, [], 'en');
    for (const [name, form, id] of pages)
      expect(vietnameseLeft(`<div lang="en">${inEnglish(form, id)}</div>`), name).toEqual([]);
  });
});

describe('without script', () => {
  const birth = forms.find((form) => form.code === '1.001193')!;
  const copy = forms.find((form) => form.code === '2.000815')!;

  test('what hangs under a choice is on the page before the choice is made, once', () => {
    const html = draw(birth, 'copies', {});
    expect(html.match(/name="copies\.count"/gu)).toHaveLength(1);
  });

  test('a name that means two places offers both, and the chosen one is taken', () => {
    const typed = { 'child.hometown.place': 'hai nơi' };
    const first = readPage(birth, 'child-hometown', typed, {}, ctx);
    const html = draw(birth, 'child-hometown', first.answers, first.errors);
    expect(html).toContain('Xã Hợp Thịnh, Tỉnh Bắc Giang');
    expect(html).toContain('Nơi khác, giữ đúng như tôi đã viết: “hai nơi”');
    const second = readPage(
      birth,
      'child-hometown',
      { ...postOf(html), 'child.hometown.unit': '07858@2025-06-30' },
      first.answers,
      ctx,
    );
    expect(second.errors).toEqual([]);
    expect(second.answers['child.hometown']).toMatchObject({ unitCode: '07858', unitName: HOP_THINH.name });
    const third = readPage(
      birth,
      'child-hometown',
      postOf(draw(birth, 'child-hometown', second.answers)),
      {},
      ctx,
    );
    expect(third.answers).toEqual(second.answers);
  });

  test('nothing found: the text may be kept as it is, and stays so when the page is sent again', () => {
    const typed = { 'child.hometown.place': 'Xóm Trại' };
    const first = readPage(birth, 'child-hometown', typed, {}, ctx);
    const html = draw(birth, 'child-hometown', first.answers, first.errors);
    expect(html.match(/type="radio"/gu)).toHaveLength(1);
    const chosen = { ...postOf(html), 'child.hometown.unit': 'nhu-viet' };
    const second = readPage(birth, 'child-hometown', chosen, first.answers, ctx);
    expect(second.errors).toEqual([]);
    const again = postOf(draw(birth, 'child-hometown', second.answers));
    expect(readPage(birth, 'child-hometown', again, {}, ctx).answers).toEqual(second.answers);
  });

  test('the first button of the form is "continue", so Enter never removes a row', () => {
    const two = readPage(copy, 'docs', { 'docs.rows': 'r1', do: 'add:docs' }, {}, ctx).answers;
    const buttons = [...draw(copy, 'docs', two).matchAll(/<button[^>]*>/gu)].map(([tag]) =>
      attribute(tag, 'value'),
    );
    expect(buttons).toEqual([undefined, 'remove:docs:r1', 'remove:docs:r2', 'add:docs', undefined]);
  });

  test("a paper asked alone under the page's heading hides its own legend from sight; beside other fields it stands", () => {
    const legendOf = (form: FormDefinition, pageId: string) =>
      /<legend[^>]*>(<span[^>]*>)?/u.exec(draw(form, pageId, {}))?.[0];
    const residence = forms.find((each) => each.code === '1.001612')!;
    const general = forms.find((each) => each.code === '2.000815')!;
    expect(legendOf(birth, 'requester-id')).toContain('visually-hidden');
    expect(legendOf(residence, 'owner-id')).toContain('visually-hidden');
    expect(legendOf(general, 'requester-name')).not.toContain('visually-hidden');
  });

  test('what was typed wrongly stands in its box', () => {
    const read = readPage(
      birth,
      'child-birth',
      { 'child.birthDate.day': '31', 'child.birthDate.month': '2', 'child.birthDate.year': '2024' },
      {},
      ctx,
    );
    const html = draw(birth, 'child-birth', read.answers, read.errors);
    expect(postOf(html)).toMatchObject({ 'child.birthDate.day': '31', 'child.birthDate.month': '2' });
    expect(html.match(/govuk-input--error/gu)).toHaveLength(1);
  });

  test('markup in an answer is text', () => {
    const html = draw(birth, 'child-name', { 'child.given': '<script>' });
    expect(html).not.toContain('<script>');
  });
});

describe('the answers in words', () => {
  test.each(forms.map((form) => [form.code, form] as const))(
    '%s: every line that can change links to its page',
    (_, form) => {
      const answers = prefill(form, an);
      const html = renderFragment(
        <AnswersSummary
          definition={form}
          answers={answers}
          ctx={ctx}
          changeHref={(page) => `/sua/${page}`}
        />,
      );
      const shown = new Set(visiblePages(form, answers, ctx).map((page) => page.id));
      const linked = new Set([...html.matchAll(/href="\/sua\/([^#"]+)#/gu)].map(([, page]) => page));
      expect(linked).toEqual(shown);
      expect(html).toContain('Không khai');
      const changeable = summary(form, answers, ctx)
        .flatMap((section) => section.rows)
        .filter((row) => row.pageId);
      expect(html.match(/class="govuk-link"/gu)).toHaveLength(changeable.length);
    },
  );

  test('without an address to change them, nothing links', () => {
    const form = forms.find((each) => each.code === 'generic')!;
    expect(renderFragment(<AnswersSummary definition={form} answers={{}} ctx={ctx} />)).not.toContain('<a ');
  });
});
