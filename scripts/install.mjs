// Installs the locked packages when they are missing or the lock has changed. Plain JavaScript: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root the project's folder */
export function install(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules', '.motcua-installed');
  if (
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === lock &&
    existsSync(join(root, 'node_modules/.bin/node'))
  )
    return;
  console.log(
    'Lần đầu hoặc danh sách thư viện đã đổi: đang cài các thư viện (npm ci), thường mất một, hai phút …',
  );
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=false'], {
    stdio: 'inherit',
    cwd: root,
  });
  if (done.status !== 0) {
    console.error('Không cài được thư viện. Kiểm tra mạng rồi chạy lại lệnh này.');
    process.exit(done.status || 1);
  }
  writeFileSync(mark, lock);
  console.log('Đã cài xong thư viện.');
}
