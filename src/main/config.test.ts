// The configuration: the sandbox needs nothing, production refuses to start without its real keys and never falls back.
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

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
};

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

  it('of production names every real setting that is missing, all at once', () => {
    const missing = ['PORTAL_URL', 'ESMS_API_KEY', 'TELCO_KEY', 'BANK_WEBHOOK_SECRET'];
    let said = '';
    try {
      readConfig({ MOTCUA_MODE: 'production' });
    } catch (error) {
      said = String(error);
    }
    for (const name of missing) expect(said).toContain(name);
  });

  it.each(Object.keys(REAL).filter((name) => /KEY|SECRET|^(PORTAL|ACCOUNT|DESK|ESMS|TELCO)_URL/u.test(name)))(
    'of production does not start without %s',
    (name) => {
      expect(() => readConfig({ ...REAL, [name]: undefined })).toThrow(name);
    },
  );

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
    expect(readConfig({}).files).toEqual({ store: 'disk' });
    expect(readConfig({ ...REAL, ...BUCKET }).files).toEqual({
      store: 's3',
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
