// The frame around every page of the sandbox.
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatInstant } from '../../src/rules/kernel/index.ts';

export const NAV = [
  ['/', 'Trang đầu'],
  ['/dien-thoai', 'Điện thoại'],
  ['/ngan-hang', 'Ngân hàng'],
  ['/dong-ho', 'Đồng hồ'],
  ['/huong-dan', 'Năm phút làm thử'],
] as const;

export interface Frame {
  readonly title: string;
  /** The page's own path, as in NAV. */
  readonly here: string;
  readonly now: Temporal.Instant;
  readonly children: ComponentChildren;
}

/** A whole HTML document. */
export function renderPage({ title, here, now, children }: Frame): string {
  const page = (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Bàn thử Một Cửa`}</title>
        <link rel="stylesheet" href="/sandbox.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <div class="wide">
            <a class="name" href="/">
              Bàn thử Một Cửa
            </a>
            <nav aria-label="Các phần của bàn thử">
              {NAV.map(([path, name]) => (
                <a href={path} aria-current={path === here ? 'page' : undefined}>
                  {name}
                </a>
              ))}
            </nav>
          </div>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          <p>
            Đây là nơi tập, không phải hệ thống thật: mọi tin nhắn, tài khoản và số tiền ở đây đều là giả. Giờ
            của bàn thử: {formatInstant(now)}.
          </p>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
}

/** A sentence about what has just happened. */
export function Notice({ tone, children }: { tone: 'good' | 'bad' | 'plain'; children: ComponentChildren }) {
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
