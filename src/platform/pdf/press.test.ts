// Papers made in threads: the bytes of a paper made here; what goes wrong goes wrong for one paper alone.
import { beforeAll, describe, expect, it } from 'vitest';
import { insideTransaction } from '../outside.ts';
import { MissingGlyph, pressed } from './index.ts';
import { momentsKept } from './moments.ts';
import { PAPERS } from './sample-papers.ts';

const press = pressed<typeof PAPERS>(new URL('./sample-papers.ts', import.meta.url));
const AT = Temporal.Instant.from('2026-11-23T02:05:00.123456Z');

describe('a paper made in a thread', () => {
  it('has the bytes of one made here, whatever was made before', async () => {
    const plain = await PAPERS.plain({ text: 'Giấy tiếp nhận', at: AT });
    const others = ['Đơn đề nghị', 'ƠN a o u', 'Giấy tiếp nhận', 'Nhận kết quả'];
    await Promise.all(others.map((text) => press('plain', { text, at: AT })));
    const made = await press('plain', { text: 'Giấy tiếp nhận', at: AT });
    expect(made.equals(plain)).toBe(true);
  });

  it('says which character cannot be printed', async () => {
    const failed = await press('plain', { text: 'Thiếu giấy 😀', at: AT }).catch((error) => error);
    expect(failed).toBeInstanceOf(MissingGlyph);
    expect(failed.characters).toEqual(['😀']);
  });

  it('fails alone when its making throws', async () => {
    await expect(press('broken', {})).rejects.toThrow('no such seal');
  });

  it('fails alone when its thread ends, and the next is made by a new one', async () => {
    const [one, two] = await Promise.allSettled([
      press('deadly', {}),
      press('plain', { text: 'Hai', at: AT }),
    ]);
    expect([one.status, two.status]).toEqual(['rejected', 'fulfilled']);
    for (let at = 0; at < 4; at += 1) await expect(press('deadly', {})).rejects.toThrow('ended with 3');
    expect((await press('plain', { text: 'Ba', at: AT })).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is refused inside a transaction, before anything is made', async () => {
    await expect(insideTransaction(() => press('plain', { text: 'x', at: AT }))).rejects.toThrow(
      'inside a transaction',
    );
  });
});

describe('what a paper is made from', () => {
  let back: unknown;
  beforeAll(() => {
    back = momentsKept.read(
      momentsKept.write({ at: AT, list: [{ at: AT }], text: AT.toString(), none: null }),
    );
  });
  it('keeps its moments, and texts that look like one', () => {
    expect(back).toEqual({ at: AT, list: [{ at: AT }], text: AT.toString(), none: null });
    expect((back as { at: Temporal.Instant }).at.epochNanoseconds).toBe(AT.epochNanoseconds);
  });
});
