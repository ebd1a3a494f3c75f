// What a deployment for real may not be started with, each with its mend: all of it is told at once. Plain JavaScript, of any Node from 18.

/** @typedef {Readonly<Record<string, string | undefined>>} Env */

/** Production does not start without these. */
export const REAL_SETTINGS = [
  'DATABASE_URL',
  'PORTAL_URL',
  'ACCOUNT_URL',
  'DESK_URL',
  'ESMS_URL',
  'ESMS_API_KEY',
  'ESMS_SECRET_KEY',
  'TELCO_URL',
  'TELCO_KEY',
  'BANK_WEBHOOK_SECRET',
];
const ORIGINS = ['PORTAL_URL', 'ACCOUNT_URL', 'DESK_URL'];
/** Keys of the sandbox stand in the sources: whoever reads them could sign in the bank's name. */
export const SANDBOX_KEYS = {
  ESMS_API_KEY: 'sandbox-key',
  ESMS_SECRET_KEY: 'sandbox-secret',
  TELCO_KEY: 'sandbox-telco-key',
  BANK_WEBHOOK_SECRET: 'sandbox-bank-secret',
};
const KNOWN = new Set(Object.values(SANDBOX_KEYS));

/** @param {string | undefined} text @returns {URL | null} */
function address(text) {
  try {
    return new URL(text ?? '');
  } catch {
    return null;
  }
}

/**
 * @param {Env} env
 * @returns {string[]} one sentence each: which setting, what is wrong, what to do; empty in sandbox mode
 */
export function unsafeSettings(env) {
  if (env.MOTCUA_MODE !== 'production') return [];
  const found = [
    ...REAL_SETTINGS.filter((name) => !env[name]).map((name) =>
      name === 'DATABASE_URL'
        ? 'DATABASE_URL chưa đặt: máy chủ đi kèm chỉ để dùng thử; đặt địa chỉ máy chủ PostgreSQL của bạn.'
        : `${name} chưa đặt: đặt giá trị thật.`,
    ),
    ...ORIGINS.flatMap((name) => wrongOrigin(name, env[name])),
    ...[...Object.keys(SANDBOX_KEYS), 'S3_ACCESS_KEY', 'S3_SECRET_KEY']
      .filter((name) => KNOWN.has(env[name]?.trim() ?? ''))
      .map((name) => `${name} là khóa của bàn thử, ai cũng biết: đặt khóa mà bên ấy cấp riêng cho bạn.`),
  ];
  const https = ORIGINS.some((name) => address(env[name])?.protocol === 'https:');
  if (https && Number(env.TRUST_PROXY ?? 0) === 0)
    found.push(
      'TRUST_PROXY là 0 trong khi địa chỉ công khai là https: đặt bằng số máy chủ trung gian của bạn đứng trước (thường là 1), nếu không mọi người dùng chung một giới hạn.',
    );
  if (env.MOTCUA_NOW !== undefined)
    found.push('MOTCUA_NOW chỉ có nghĩa ở bàn thử: bỏ biến ấy; khi chạy thật, giờ là giờ của máy.');
  if (env.DECIDED_FEES)
    found.push(
      'DECIDED_FEES không còn được đọc: bỏ biến ấy, nạp mức phí bằng npm run -s cli -- data load TỆP.',
    );
  return found;
}

/** @param {string} name @param {string | undefined} value @returns {string[]} */
function wrongOrigin(name, value) {
  if (!value) return [];
  const url = address(value);
  if (!url)
    return [
      `${name} là “${value}”, không phải một địa chỉ: đặt địa chỉ công khai, như https://dichvucong.tinh.gov.vn.`,
    ];
  if (url.protocol !== 'https:')
    return [`${name} là ${url.protocol}//, mật khẩu và giấy tờ sẽ đi không mã hóa: đặt địa chỉ https.`];
  const extra = url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '';
  return extra ? [`${name} có phần thừa sau tên máy: chỉ đặt ${url.origin}.`] : [];
}

/**
 * As an objection of two parts.
 * @param {readonly string[]} found
 * @returns {readonly [what: string, todo: string]}
 */
export function unsafe(found) {
  return [
    [
      `Chưa chạy thật được (MOTCUA_MODE=production), còn ${found.length} điểm:`,
      ...found.map((one) => `- ${one}`),
    ].join('\n'),
    'Sửa các điểm ấy (docs/operate/install.md) rồi chạy lại, hoặc bỏ MOTCUA_MODE để chạy thử.',
  ];
}
