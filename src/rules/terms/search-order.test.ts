// What stands first and what is not shown at all, on lists so short that the reason is in sight.
import { describe, expect, test } from 'vitest';
import { buildIndex, type SearchDoc, search } from './search.ts';
import { weigh } from './search-meanings.ts';
import { readQuestion } from './search-question.ts';
import { scored } from './search-score.ts';

const listOf = (...names: string[]) => buildIndex(names.map((name): SearchDoc => ({ id: name, name })));
const found = (index: ReturnType<typeof listOf>, q: string) => search(index, q).map((hit) => hit.doc.name);
/** So many names about something else. */
const many = (count: number, of: string) =>
  Array.from({ length: count }, (_, n) => `${of} ${'abcdefghijklmnopqrstuvwxyz'.charAt(n).repeat(3)}`);

describe('weight', () => {
  test('one rare word says more than two that stand everywhere', () => {
    const index = listOf(...many(20, 'Đăng ký'), 'Hoàn thuế');
    expect(found(index, 'đăng ký hoàn')).toEqual(['Hoàn thuế']);
  });

  test('a word typed with its marks is as rare as it is with them, without marks as all that look so', () => {
    const index = listOf('Bán lẻ', ...many(20, 'Bản'), 'Hoa tươi', 'Hoa quả', 'Hoa hồng');
    expect(found(index, 'bán hoa')).toEqual(['Bán lẻ']);
    for (const q of ['ban hoa', 'bàn hoa'])
      expect(found(index, q).sort(), q).toEqual(['Hoa hồng', 'Hoa quả', 'Hoa tươi']);
  });

  test('a word that only everyday phrases have is taken for its neighbour in the names', () => {
    const docs = [{ id: 'a', name: 'Kem chống nắng' }];
    const index = buildIndex(docs, [{ say: ['bán nem'], means: ['thực phẩm'] }]);
    expect(search(index, 'nem').map((hit) => hit.why)).toEqual(['khớp từ “kem”; gần giống: “nem” ~ “kem”']);
  });

  test('the name counts more than other words it is found by', () => {
    const index = buildIndex([
      { id: 'other', name: 'Việc khác', keywords: ['cưới'] },
      { id: 'name', name: 'Lễ cưới và nhiều việc khác nữa' },
    ]);
    expect(search(index, 'việc cưới').map((hit) => hit.doc.id)).toEqual(['name', 'other']);
  });

  test('among equals what more people come for', () => {
    const index = buildIndex([
      { id: 'seldom', name: 'Cấp giấy mời', popularity: 0.1 },
      { id: 'often', name: 'Cấp giấy mượn', popularity: 0.9 },
    ]);
    expect(search(index, 'cấp giấy').map((hit) => hit.doc.id)).toEqual(['often', 'seldom']);
  });

  test('among equals the shorter name, then the one listed first', () => {
    expect(found(listOf('Xe tải', 'Xe đạp', 'Xe ba'), 'xe')).toEqual(['Xe ba', 'Xe tải', 'Xe đạp']);
  });
});

describe('a phrase', () => {
  test('does not run on into the next name of the list', () => {
    const index = listOf('Sinh viên kê khai', 'Sinh hoạt hè');
    expect(search(index, 'khai sinh')[0]?.why).toBe('có đủ các từ “khai sinh”');
  });

  test('in one piece stands before its words apart', () => {
    const index = listOf('Sinh viên tự khai', 'Tự khai sinh viên');
    expect(found(index, 'khai sinh')[0]).toBe('Tự khai sinh viên');
  });

  test('at the beginning of a name stands before one farther on', () => {
    const index = listOf('Đổi hộ chiếu', 'Hộ chiếu đổi');
    expect(found(index, 'hộ chiếu')).toEqual(['Hộ chiếu đổi', 'Đổi hộ chiếu']);
  });

  test('that is the whole of a name stands before a name that more people come for', () => {
    const index = buildIndex([
      { id: 'longer', name: 'Khai sinh mới', popularity: 1 },
      { id: 'whole', name: 'Khai sinh' },
      ...many(20, 'Mới').map((name) => ({ id: name, name })),
    ]);
    expect(search(index, 'khai sinh').map((hit) => hit.doc.id)).toEqual(['whole', 'longer']);
  });

  test('of which a word is lacking is shown with what it has and what it lacks', () => {
    const index = listOf('Khai sinh con', ...many(20, 'Việc'));
    expect(search(index, 'khai sinh trâu')[0]?.why).toBe('khớp một phần: “khai sinh”; không có: “trâu”');
  });

  test('what stands in brackets makes a name no longer', () => {
    const index = listOf('Khai tử lưu động', 'Khai tử (tại nhà của người già yếu)');
    expect(found(index, 'khai tử')[0]).toBe('Khai tử (tại nhà của người già yếu)');
  });
});

describe('what is far-fetched', () => {
  test('is not offered where the question is answered word for word', () => {
    expect(found(listOf('Khai sinh', 'Khai xinh', 'Sinh hoạt'), 'khai sinh')).toEqual(['Khai sinh']);
    expect(found(listOf('Sinh con', 'Xinh tươi'), 'sinh')).toEqual(['Sinh con']);
  });

  test('is offered beside what has all the words, but in pieces', () => {
    const index = listOf('Sinh viên kê khai', 'Khai xinh', 'Sinh hoạt');
    expect(found(index, 'khai sinh').sort()).toEqual(['Khai xinh', 'Sinh viên kê khai']);
  });

  test('is offered where only other marks were meant', () => {
    expect(found(listOf('Sinh con', 'Xinh tươi'), 'sính').sort()).toEqual(['Sinh con', 'Xinh tươi']);
  });

  test('of less than three quarters of the best is not shown', () => {
    const index = listOf('Thuế nhà đất vườn', 'Thuế nhà đất', 'Thuế nhà xe', 'Thuế');
    expect(found(index, 'thuế nhà đất vườn')).toEqual(['Thuế nhà đất vườn']);
  });
});

test('by part of a code: where the number begins so stands before where it lies within', () => {
  const index = buildIndex([
    { id: 'within', name: 'a', codes: ['1.400161'] },
    { id: 'begins', name: 'b', codes: ['1.001612'] },
    { id: 'former', name: 'c', codes: ['1.999999', '1.001613'] },
  ]);
  expect(search(index, '00161').map((hit) => hit.doc.id)).toEqual(['begins', 'former', 'within']);
});

test('by part of a code: of those that have it alike what more people come for', () => {
  const index = buildIndex([
    { id: '1 unknown', name: 'a', codes: ['1.001611'] },
    { id: '2 seldom', name: 'b', codes: ['1.001612'], popularity: 0.1 },
    { id: '3 often', name: 'c', codes: ['1.001613'], popularity: 0.9 },
  ]);
  expect(search(index, '1.00161').map((hit) => hit.doc.id)).toEqual(['3 often', '2 seldom', '1 unknown']);
});

test('of many that have all the words the shortest are looked at, however few may be', () => {
  const words = 'một hai ba bốn năm sáu bảy tám chín mười'.split(' ');
  const order = [7, 2, 9, 4, 0, 8, 1, 6, 3, 5, 10];
  const index = listOf(...order.map((more) => ['Cấp giấy', ...words.slice(0, more)].join(' ')));
  const [reading] = readQuestion(index, 'cấp giấy').readings;
  if (!reading) throw new Error('no reading');
  for (let size = 1; size <= order.length; size++) {
    const looked = scored(index, reading, weigh(index, reading.terms, false), undefined, size);
    expect(looked.map(({ d }) => order[d]).sort((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: size }, (_, more) => more),
    );
  }
});

describe('in English', () => {
  test.each([
    ['khai sinh', 'has the whole phrase “khai sinh”'],
    ['1.0011', 'the code has “1.0011”'],
  ])('%s: %s', (q, why) => {
    const index = buildIndex([{ id: '1.001193', name: 'Khai sinh' }]);
    expect(search(index, q, { language: 'en' })[0]?.why).toBe(why);
  });
});
