// What the pieces promise to whoever cannot see them, or sees them without script.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { treeOf } from '../components/fixture-check.tsx';
import { LangContext } from '../words/index.ts';
import {
  ConfirmationCode,
  Countdown,
  CsrfField,
  DeskTable,
  DossierCard,
  grouped,
  type StateCode,
  StateTag,
  StepIndicator,
} from './index.ts';

const english = (piece: JSX.Element) =>
  renderToString(<LangContext.Provider value="en">{piece}</LangContext.Provider>);

describe('state in words (national codes)', () => {
  test.each<[StateCode, string]>([
    [0, 'Nháp'],
    [1, 'Mới đăng ký'],
    [2, 'Được tiếp nhận'],
    [3, 'Không được tiếp nhận'],
    [4, 'Đang xử lý'],
    [5, 'Yêu cầu bổ sung giấy tờ'],
    [6, 'Yêu cầu thực hiện nghĩa vụ tài chính'],
    [7, 'Công dân yêu cầu rút hồ sơ'],
    [8, 'Dừng xử lý'],
    [9, 'Đã xử lý xong'],
    [10, 'Đã trả kết quả'],
  ])('%i is %s, with a mark beside the word', (state, word) => {
    const html = renderToString(<StateTag state={state} />);
    expect(html).toContain(`</svg>${word}</strong>`);
    expect(html).toContain('aria-hidden="true"');
  });

  test('in English too', () => {
    expect(english(<StateTag state={5} />)).toContain('Supplement requested');
    expect(english(<StateTag state={1} back />)).toContain('Supplemented, to be accepted');
  });
});

describe('steps', () => {
  const html = renderToString(<StepIndicator steps={['Cơ quan', 'Tờ khai', 'Nộp']} current={2} />);

  test('say where one is and what comes next', () => {
    expect(html).toContain('Bước 2/3');
    expect(html).toContain('Tiếp theo: Nộp');
  });

  test('exactly one step is the current one, and each says its state', () => {
    expect(html.match(/aria-current="step"/gu)).toHaveLength(1);
    expect(html.replaceAll(/<[^>]+>/gu, '')).toContain('Cơ quan (đã xong)Tờ khai (đang làm)Nộp (chưa làm)');
  });

  test('the last step has nothing next', () => {
    expect(renderToString(<StepIndicator steps={['A', 'B']} current={2} />)).not.toContain('Tiếp theo');
  });
});

describe('confirmation code', () => {
  test.each([
    ['482917', '482 917'],
    ['4829', '482 9'],
    ['482', '482'],
    ['', ''],
  ])('%s is shown as %s', (code, shown) => expect(grouped(code)).toBe(shown));

  test('is text: shown to eyes in groups, said to ears digit by digit, never a picture', () => {
    const html = renderToString(<ConfirmationCode code="482917" name="ma" />);
    expect(html).toContain('<span aria-hidden="true">482 917</span>');
    expect(html).toContain('đọc từng số: 4, 8, 2, 9, 1, 7');
    expect(html).toContain('Nhập mã xác nhận');
    expect(html).not.toMatch(/<(img|svg|canvas)/u);
  });
});

describe('countdown', () => {
  test('without script is a true sentence', () => {
    expect(renderToString(<Countdown seconds={45} />)).toContain('>Bạn có thể gửi lại sau 45 giây.<');
  });

  test('gives the script the sentence with one place for the number', () => {
    expect(renderToString(<Countdown seconds={45} />)).toContain(
      'data-wait="Bạn có thể gửi lại sau % giây."',
    );
  });

  test('at zero only says that it is over', () => {
    const html = renderToString(<Countdown seconds={0} />);
    expect(html).toBe('<span>Bạn có thể gửi lại ngay bây giờ.</span>');
  });
});

describe('dossier card', () => {
  test('shows the due date with its reason behind "Vì sao?", and the next step as a button', () => {
    const html = renderToString(
      <DossierCard
        name="Khai sinh"
        state={4}
        due="09:00 ngày 27/11/2026"
        why="cộng 3 ngày làm việc"
        action={{ href: '/x', say: 'Bổ sung' }}
      />,
    );
    expect(html).toMatch(
      /Hẹn trả: <strong>09:00 ngày 27\/11\/2026<\/strong>.*<summary.*Vì sao\?.*cộng 3 ngày làm việc/u,
    );
    expect(html).toMatch(/<a href="\/x" role="button".*Bổ sung/u);
  });

  const card = (number: string | null) =>
    renderToString(
      <DossierCard name="Khai sinh" code={{ number, requestCode: 'YC-C567X-7PPXS' }} state={1} why="x" />,
    );

  test('without a due date there is nothing to explain', () => {
    expect(card(null)).not.toContain('<details');
  });

  test('its code is called by its own name', () => {
    expect(card(null)).toContain('Mã yêu cầu: <span class="mc-number">YC-C567X-7PPXS</span>');
    expect(card('H03.1')).toContain('Mã hồ sơ: <span class="mc-number">H03.1</span>');
  });
});

describe('desk table', () => {
  const columns = [{ say: 'Hẹn trả' }, { say: 'Mã hồ sơ' }];

  test('the number is the link, a late dossier says so in words', () => {
    const rows = [{ id: '1', href: '/ho-so/1', late: true, cells: ['25/11 09:00', 'H03-1'] }];
    const html = renderToString(<DeskTable caption="Mới" columns={columns} rows={rows} />);
    expect(html).toContain('<a class="govuk-link mc-desk__link" href="/ho-so/1">H03-1</a>');
    expect(html).toContain('Quá hạn');
  });

  test('nothing waiting is said, not an empty table', () => {
    const html = renderToString(<DeskTable caption="Mới" columns={columns} rows={[]} />);
    expect(html).toContain('Không có hồ sơ nào đang chờ.');
    expect(html).not.toContain('<table');
  });
});

test('the token field escapes what it carries and is absent without a token', () => {
  expect(treeOf(renderToString(<CsrfField token={'a"b'} />))).toEqual([
    { tag: 'input', attributes: { name: '_csrf', type: 'hidden', value: 'a"b' }, children: [] },
  ]);
  expect(renderToString(<CsrfField token={undefined} />)).toBe('');
});
