// Finding a procedure by the seed's way, in its year and today, and the page on which a person decides (S-14, S-21).
import { describe, expect, it } from 'vitest';
import { portalOfFile } from '../../../../tests/support/portal.ts';
import { registerFindProcedure } from './routes.tsx';

const { portal } = portalOfFile('2026-11-23T09:00', registerFindProcedure);

const get = async (url: string, now = '2026-11-23T09:00') => {
  portal.clock.set(now);
  return portal.app.inject({ url });
};
const slugs = (body: string) => [...body.matchAll(/href="\/thu-tuc\/([^"/]+)"/gu)].map((match) => match[1]);

describe('the list', () => {
  it('finds household business at district level in 2023 and at commune level today', async () => {
    const then = slugs((await get('/thu-tuc?q=hộ kinh doanh&cap=district', '2023-05-15T09:00')).body);
    expect(then[0]).toBe('1.001612');
    expect(then).toContain('2.000720');
    const communeThen = slugs((await get('/thu-tuc?q=hộ kinh doanh&cap=commune', '2023-05-15T09:00')).body);
    expect(communeThen).not.toContain('1.001612');
    const today = slugs((await get('/thu-tuc?q=hộ kinh doanh&cap=commune')).body);
    expect(today[0]).toBe('1.001612');
  });

  it('tells a long question that a few words find better, and cuts an endless one', async () => {
    const told = 'Câu tìm này dài';
    const long = await get(`/thu-tuc?q=${encodeURIComponent(`khai sinh ${'a'.repeat(225)}`)}`);
    expect([long.statusCode, long.body.includes(told)]).toEqual([200, true]);
    const endless = await get(`/thu-tuc?q=${'khai%20sinh%20'.repeat(500)}`);
    expect([endless.statusCode, endless.body.includes(told), endless.body.length < 120_000]).toEqual([
      200,
      true,
      true,
    ]);
    expect((await get('/thu-tuc?q=khai sinh')).body).not.toContain(told);
    expect((await get('/thu-tuc?q=hai&q=khai%20sinh')).body).toContain('cho “khai sinh”');
  });

  it('tells whoever asks for cấp huyện today that it is gone', async () => {
    const page = await get('/thu-tuc?q=hộ kinh doanh&cap=district');
    expect(page.body).toContain('Từ 01/7/2025 không còn cấp huyện');
  });

  it.each([
    'khai sinh',
    'đăng ký khai sinh'.normalize('NFD'),
    'khai sinhh',
    'khia sinh',
    'làm giấy khai sinh',
    'KHAI SINH',
    'khai\u00a0sinh',
    'k\u200bhai s\u00adinh\u200e',
    'ｋｈａｉ　ｓｉｎｈ',
    'khai–sinh',
    '“khai sinh”',
    `làm giấy khai sinh ${'ạ '.repeat(110)}`,
  ])('finds birth registration by “%s”', async (q) => {
    const found = slugs((await get(`/thu-tuc?q=${encodeURIComponent(q)}`)).body);
    expect(found.slice(0, 2)).toContain('1.001193');
  });

  it('offers to file only where filing online is possible', async () => {
    const { body } = await get('/thu-tuc?muc-do=2');
    expect(slugs(body).length).toBeGreaterThan(0);
    expect(body).not.toContain('/nop-ho-so?thu-tuc=');
  });

  it('says so when nothing is found, and does not stumble over odd questions', async () => {
    for (const q of ['🦄🦄', 'x'.repeat(5000), '%', '<script>alert(1)</script>', '../..']) {
      const page = await get(`/thu-tuc?q=${encodeURIComponent(q)}&cap=moon&muc-do=9&trang=-1`);
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain('<script>alert');
    }
    expect((await get('/thu-tuc?q=zzzzqqqq')).body).toContain('Không tìm thấy thủ tục nào.');
  });
});

describe('the page of a procedure', () => {
  it('shows what one decides by, and leads to filing at level 4', async () => {
    const { body } = await get('/thu-tuc/1.001193');
    for (const words of [
      'Ai làm được',
      'Thời hạn',
      'Phí, lệ phí',
      'Giấy khai sinh',
      'Giấy chứng sinh',
      'Luật Hộ tịch 60/2014/QH13',
      'Nộp hồ sơ',
    ])
      expect(body).toContain(words);
  });

  it('speaks of levels in 2023 and of scope today (NĐ 42/2022)', async () => {
    expect((await get('/thu-tuc/1.001193', '2023-05-15T09:00')).body).toContain('Mức độ 4');
    expect((await get('/thu-tuc/1.001193')).body).toContain('Trực tuyến toàn trình');
  });

  it('says that presence is needed where the law asks for it (S-17)', async () => {
    const { body } = await get('/thu-tuc/2.000815');
    expect(body).toContain('Trực tuyến một phần');
    expect(body).toMatch(/Có\. .*đối chiếu/u);
  });

  it('gives the blank form of a level 2 procedure as a real PDF and tells how to file at the counter', async () => {
    const today = Temporal.PlainDate.from('2026-11-23');
    const two = portal.deps.catalogue.on(today).find((one) => one.serviceLevel === 2)!;
    const page = await get(`/thu-tuc/${two.slug}`);
    expect(page.body).toContain('Thủ tục này chưa nộp được trên mạng.');
    expect(page.body).not.toContain('/nop-ho-so');
    const form = await get(`/thu-tuc/${two.slug}/mau-don.pdf`);
    expect(form.statusCode).toBe(200);
    expect(form.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const one = portal.deps.catalogue.on(today).find((other) => other.serviceLevel === 1)!;
    expect((await get(`/thu-tuc/${one.slug}/mau-don.pdf`)).statusCode).toBe(404);
  });

  it('names the amount that the council decided, and by which resolution', async () => {
    const { body } = await get('/thu-tuc/1.001612');
    expect(body).toContain('100.000 đ');
    expect(body).toContain('Mức dùng thử');
    expect(body).not.toContain('theo mức Hội đồng nhân dân tỉnh quy định');
  });

  it.each(['2023-05-15T09:00', '2026-11-23T09:00'])(
    'speaks to the public alone, on every page at %s',
    async (now) => {
      const day = Temporal.PlainDate.from(now.slice(0, 10));
      const notes =
        /crawl|known-(?:high|medium|low)|researcher|provenance|github|undefined|\[object|\bNaN\b|\bnull\b/iu;
      const strange: string[] = [];
      for (const { slug } of portal.deps.catalogue.on(day)) {
        const { body } = await get(`/thu-tuc/${slug}`, now);
        const said = body.slice(body.indexOf('<main'), body.indexOf('</main>')).replace(/<[^>]*>/gu, ' ');
        const found = notes.exec(said);
        if (found) strange.push(`${slug}: …${said.slice(found.index - 30, found.index + 30)}…`);
      }
      expect(strange).toEqual([]);
    },
  );

  it('answers an unknown code with the page for it', async () => {
    expect((await get('/thu-tuc/9.999999')).statusCode).toBe(404);
  });
});
