// The frame: language, title, skip link, what errors do to a page, and that nothing in it needs a lax CSP.
import { afterEach, describe, expect, test } from 'vitest';
import { gallery } from '../gallery/index.ts';
import { renderPage } from '../render.tsx';
import { furnish, surroundings } from '../surroundings.ts';
import { BugPage, NotFoundPage, RateLimitedPage, RefusedPage, UnavailablePage } from './error-pages.tsx';
import { Page } from './page.tsx';
import type { Shell } from './shell.ts';

const shell: Shell = { site: 'portal', lang: 'vi', csrf: 'token', path: '/thu-tuc?q=khai sinh' };
const before = surroundings();

afterEach(() => furnish({ ...before, sandbox: undefined }));

describe('page', () => {
  const html = renderPage(
    <Page {...shell} title="Thủ tục">
      <h1>Thủ tục</h1>
    </Page>,
  );

  test('is a whole document in Vietnamese with its title', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="vi"/u);
    expect(html).toContain('<title>Thủ tục – Một Cửa</title>');
  });

  test('begins with the skip link into the main column', () => {
    expect(html).toMatch(/<body[^>]*><a href="#content"[^>]*>Bỏ qua đến nội dung chính<\/a>/u);
    expect(html).toContain('<main id="content"');
  });

  test('one language alone is no choice; several are links that come back here', () => {
    const back = encodeURIComponent('/thu-tuc?q=khai sinh');
    expect(html).not.toContain('/ngon-ngu');
    furnish({ languages: { ...before.languages, portal: ['vi', 'en'] } });
    const both = renderPage(
      <Page {...shell} path="/thu-tuc?q=khai sinh" title="x">
        x
      </Page>,
    );
    furnish({ languages: { ...before.languages, portal: ['vi'] } });
    expect(both).toContain(`href="/ngon-ngu?chon=en&amp;ve=${back}"`);
  });

  test('text size is a link that comes back here', () => {
    const back = encodeURIComponent('/thu-tuc?q=khai sinh');
    expect(html).toContain(`href="/co-chu?lon=1&amp;ve=${back}"`);
  });

  test('a visitor finds the way to sign in, with the way back', () => {
    expect(html).toMatch(/<a class="[^"]*" href="\/dang-nhap\?ve=%2Fthu-tuc[^"]*">Đăng nhập<\/a>/u);
  });

  test('a visitor sees no sign-out; whoever is signed in signs out by a post with the token', () => {
    expect(html).not.toContain('/dang-xuat');
    const mine = renderPage(
      <Page {...shell} actor={{ name: 'An' }} title="x">
        x
      </Page>,
    );
    expect(mine).toMatch(
      /<form method="post" action="\/dang-xuat"><input type="hidden" name="_csrf" value="token"/u,
    );
  });
});

test('errors: the title says so first, the summary stands before the h1 and links to the inputs', () => {
  const html = renderPage(
    <Page {...shell} title="Họ và tên" errors={[{ say: 'Bạn phải nhập họ và tên.', href: '#ho-ten' }]}>
      <h1>Họ và tên</h1>
    </Page>,
  );
  expect(html).toContain('<title>Lỗi: Họ và tên – Một Cửa</title>');
  expect(html).toMatch(
    /<main[^>]*>.*govuk-error-summary.*<a href="#ho-ten">Bạn phải nhập họ và tên\.<\/a>.*<h1>/u,
  );
});

test('English page: language of the document, words and title prefix', () => {
  const html = renderPage(
    <Page {...shell} lang="en" title="Name" error>
      x
    </Page>,
  );
  expect(html).toContain('<html lang="en"');
  expect(html).toContain('<title>Error: Name – Một Cửa</title>');
  expect(html).toContain('Skip to main content');
});

test('larger text is a class on the document and the link turns back', () => {
  const html = renderPage(
    <Page {...shell} big title="x">
      x
    </Page>,
  );
  expect(html).toMatch(/<html lang="vi" class="mc mc--portal mc--big"/u);
  expect(html).toContain('/co-chu?lon=0&amp;');
});

test('sandbox mode says on every page that nothing has legal effect; otherwise silence', () => {
  const page = <NotFoundPage shell={shell} />;
  expect(renderPage(page)).not.toContain('giá trị pháp lý');
  furnish({ sandbox: { href: 'http://localhost:3003/' } });
  expect(renderPage(page)).toContain('Bản dùng thử: dữ liệu không có giá trị pháp lý');
});

test('a strict CSP holds: no inline script, no inline style, no handler attributes', () => {
  const html = renderPage(gallery());
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/u);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+="/u);
  expect(html).toContain('<script type="module" src="/assets/motcua.js"></script>');
});

test('what a person typed is text, never markup', () => {
  const html = renderPage(
    <Page {...shell} title="<script>alert(1)</script>">
      {'<img src=x onerror=alert(1)>'}
    </Page>,
  );
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<img');
});

describe('pages nobody wants to meet', () => {
  test.each([
    ['not found', <NotFoundPage key="p" shell={shell} />, 'Không tìm thấy trang'],
    [
      'refused',
      <RefusedPage key="p" shell={shell} message="Hồ sơ đã được người khác tiếp nhận." />,
      'người khác tiếp nhận',
    ],
    [
      'bug',
      <BugPage key="p" shell={shell} code="7F3K-22QD" />,
      'Mã lỗi: <strong class="mc-number">7F3K-22QD',
    ],
    ['too fast', <RateLimitedPage key="p" shell={shell} seconds={45} />, 'thử lại sau 45 giây'],
    ['too fast, long', <RateLimitedPage key="p" shell={shell} seconds={125} />, 'thử lại sau 3 phút'],
    [
      'down',
      <UnavailablePage key="p" shell={shell} until="09:00 ngày 27/11/2026" />,
      'hoạt động lại lúc 09:00 ngày 27/11/2026',
    ],
  ])('%s: says what happened and gives the help line', (_name, page, words) => {
    const html = renderPage(page);
    expect(html).toContain(words);
    expect(html).toContain('Gọi 1022');
  });
});
