// The configuration: the sandbox needs nothing, production refuses to start without its real keys and never falls back.
import { describe, expect, it } from 'vitest';
import { REAL_SETTINGS, SANDBOX_KEYS } from '../../scripts/production.mjs';
import { InTheWay } from '../platform/in-the-way.ts';
import { configured, readConfig } from './config.ts';

const REAL = {
  MOTCUA_MODE: 'production',
  DATABASE_URL: 'postgresql://motcua@db.example/motcua',
  PORTAL_URL: 'https://dichvucong.example/',
  ACCOUNT_URL: 'https://taikhoan.example',
  DESK_URL: 'https://motcua.example',
  ESMS_URL: 'https://sms.example/MainService.svc/json',
  ESMS_API_KEY: 'key',
  ESMS_SECRET_KEY: 'secret',
  TELCO_URL: 'https://telco.example',
  TELCO_KEY: 'key',
  BANK_WEBHOOK_SECRET: 'secret',
  TRUST_PROXY: '1',
};

function refusal(env: NodeJS.ProcessEnv): InTheWay | null {
  try {
    configured(env);
    return null;
  } catch (error) {
    if (error instanceof InTheWay) return error;
    throw error;
  }
}

describe('the configuration', () => {
  it('of a trial needs nothing: four ports in a row on loopback, everything outside is the sandbox', () => {
    const config = readConfig({ PORT: '4000' });
    expect(config.ports).toEqual({ portal: 4000, account: 4001, desk: 4002, sandbox: 4003 });
    expect(config.host).toBe('127.0.0.1');
    expect(config.sms.url).toBe('http://127.0.0.1:4003/MainService.svc/json');
    expect(config.secure).toBe(false);
  });

  it('lists further names the sites answer to, and refuses what is no name', () => {
    expect(readConfig({}).hosts).toEqual([]);
    expect(readConfig({ ALLOWED_HOSTS: 'Web:3000,10.0.0.5,[fd00::1]:3000' }).hosts).toEqual([
      'web:3000',
      '10.0.0.5',
      '[fd00::1]:3000',
    ]);
    for (const wrong of ['https://web', 'a b', '*', 'a,,b'])
      expect(() => readConfig({ ALLOWED_HOSTS: wrong })).toThrow(/ALLOWED_HOSTS/u);
  });

  const UNSAFE: readonly [string, Record<string, string | undefined>, RegExp][] = [
    ...REAL_SETTINGS.map(
      (name) =>
        [`without ${name}`, { [name]: undefined }, new RegExp(`- ${name} chưa đặt: .*đặt `, 'u')] as const,
    ).map((row) => [...row] as [string, Record<string, string | undefined>, RegExp]),
    ...['PORTAL_URL', 'ACCOUNT_URL', 'DESK_URL'].flatMap(
      (name): [string, Record<string, string | undefined>, RegExp][] => [
        [
          `${name} by http`,
          { [name]: 'http://dvc.example' },
          new RegExp(`- ${name} .*đặt địa chỉ https`, 'u'),
        ],
        [`${name} with a path`, { [name]: 'https://dvc.example/a' }, new RegExp(`- ${name} .*chỉ đặt`, 'u')],
        [
          `${name} that is none`,
          { [name]: 'dvc.example' },
          new RegExp(`- ${name} .*đặt địa chỉ công khai`, 'u'),
        ],
      ],
    ),
    ...Object.entries(SANDBOX_KEYS).map(
      ([name, key]): [string, Record<string, string | undefined>, RegExp] => [
        `the sandbox's ${name}`,
        { [name]: key },
        new RegExp(`- ${name} là khóa của bàn thử.*đặt khóa`, 'u'),
      ],
    ),
    ['another sandbox key', { ESMS_API_KEY: ' sandbox-bank-secret ' }, /- ESMS_API_KEY là khóa của bàn thử/u],
    ['no proxy before https', { TRUST_PROXY: '0' }, /- TRUST_PROXY là 0 .*đặt bằng số/u],
    ['no proxy told', { TRUST_PROXY: undefined }, /- TRUST_PROXY là 0 .*đặt bằng số/u],
    ['a virtual clock', { MOTCUA_NOW: '2023-05-15T08:00' }, /- MOTCUA_NOW .*bỏ biến ấy/u],
    ['the former list of fees', { DECIDED_FEES: 'phi.json' }, /- DECIDED_FEES .*data load/u],
  ];

  it.each(UNSAFE)('of production refuses %s, and says the mend', (_what, over, said) => {
    const refused = refusal({ ...REAL, ...over });
    expect(refused?.what.split('\n').slice(1)).toEqual([expect.stringMatching(said)]);
    expect(() => readConfig({ ...REAL, ...over })).toThrow(Object.keys(over)[0]);
  });

  it('of production says all of it at once', () => {
    const all = Object.assign({}, ...UNSAFE.toReversed().map(([, over]) => over), {
      ACCOUNT_URL: 'http://a.example',
      PORTAL_URL: 'https://b.example',
    });
    const lines = refusal({ ...REAL, ...all })?.what.split('\n') ?? [];
    const named = new Set(lines.slice(1).map((line) => /^- ([A-Z0-9_]+)/u.exec(line)?.[1]));
    expect(named).toEqual(
      new Set([
        ...REAL_SETTINGS.filter((name) => name !== 'PORTAL_URL'),
        'TRUST_PROXY',
        'MOTCUA_NOW',
        'DECIDED_FEES',
      ]),
    );
    expect(lines[0]).toContain(`còn ${lines.length - 1} điểm`);
  });

  it('of production with what is real is taken; a trial takes anything of it', () => {
    expect(refusal(REAL)).toBeNull();
    for (const [, over] of UNSAFE.filter(([, one]) => !('DECIDED_FEES' in one)))
      if (!Object.values(over).includes('dvc.example'))
        expect(refusal({ ...REAL, ...over, MOTCUA_MODE: 'sandbox' })).toBeNull();
  });

  it('of production is secure, has no virtual clock and takes its origins without a slash', () => {
    const config = readConfig(REAL);
    expect(config.secure).toBe(true);
    expect(config.urls.portal).toBe('https://dichvucong.example');
    expect(() => readConfig({ ...REAL, MOTCUA_NOW: '2023-05-15T08:00' })).toThrow('MOTCUA_NOW');
  });

  const BUCKET = {
    FILES_STORE: 's3',
    S3_ENDPOINT: 'https://luu-tru.example',
    S3_BUCKET: 'tep',
    S3_ACCESS_KEY: 'key',
    S3_SECRET_KEY: 'secret',
  };

  it('keeps files in the state folder, or in a bucket when that is told whole', () => {
    expect(readConfig({}).files).toEqual({ store: 'disk', reserveBytes: 268_435_456 });
    expect(readConfig({ DISK_RESERVE_MB: '5' }).files.reserveBytes).toBe(5_242_880);
    expect(readConfig({ ...REAL, ...BUCKET }).files).toEqual({
      store: 's3',
      reserveBytes: 1_073_741_824,
      endpoint: 'https://luu-tru.example',
      region: 'us-east-1',
      bucket: 'tep',
      keyId: 'key',
      secretKey: 'secret',
    });
  });

  it.each(Object.keys(BUCKET))(
    'does not start with a bucket that lacks %s, in production and in a trial',
    (name) => {
      for (const mode of [REAL, {}]) {
        expect(() => readConfig({ ...mode, ...BUCKET, [name]: undefined })).toThrow(name);
        expect(() => readConfig({ ...mode, ...BUCKET, [name]: '' })).toThrow(name);
      }
    },
  );

  it('says which setting makes no sense', () => {
    expect(() => readConfig({ FILES_STORE: 'tủ' })).toThrow('FILES_STORE');
    expect(() => readConfig({ ...BUCKET, S3_ENDPOINT: 'luu-tru' })).toThrow('S3_ENDPOINT');
    expect(() => readConfig({ PORT: 'ba nghìn' })).toThrow('PORT');
  });
});
