// Everything a deployment decides, read once from the environment; production refuses what is unsafe.
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { settings } from '../../scripts/before-start.mjs';
import { SANDBOX_KEYS, unsafeSettings } from '../../scripts/production.mjs';
import { InTheWay } from '../platform/in-the-way.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const schema = z.object({
  MOTCUA_MODE: z.enum(['sandbox', 'production']).default('sandbox'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  MOTCUA_VAR: z.string().default('var'),
  MOTCUA_NOW: z.string().optional(),
  DATABASE_URL: z.url().optional(),
  DATABASE_OWNER_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOOP_WATCH: z.enum(['on', 'off']).default('off'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  ALLOWED_HOSTS: z
    .string()
    .regex(
      /^[\w.:[\]-]*(?:,[\w.:[\]-]+)*$/u,
      'names of hosts, each `host` or `host:port`, separated by commas',
    )
    .default(''),
  PORTAL_URL: z.url().optional(),
  ACCOUNT_URL: z.url().optional(),
  DESK_URL: z.url().optional(),
  HEALTH_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{24,}$/u, 'at least 24 letters and digits without spaces')
    .optional(),
  HOTLINE: z.string().default('1022'),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto:|https:\/\/|tel:)\S+$/u, 'an address that begins with mailto:, https:// or tel:')
    .optional(),
  ESMS_URL: z.url().optional(),
  ESMS_API_KEY: z.string().optional(),
  ESMS_SECRET_KEY: z.string().optional(),
  ESMS_BRANDNAME: z.string().default('MOTCUA'),
  TELCO_URL: z.url().optional(),
  TELCO_KEY: z.string().optional(),
  BANK_WEBHOOK_SECRET: z.string().optional(),
  DECIDED_FEES: z.string().optional(),
  DISK_RESERVE_MB: z.coerce.number().int().min(0).max(1_048_576).optional(),
  BALLAST_MB: z.coerce.number().int().min(0).max(65_536).default(128),
  MOTCUA_BALLAST: z.string().optional(),
  FILES_STORE: z.enum(['disk', 's3']).default('disk'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/u }).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  JOURNAL_ANCHORS: z.string().optional(),
  JOURNAL_ANCHOR_KEY: z.string().optional(),
  JOURNAL_ANCHOR_MINUTES: z.coerce.number().int().min(1).max(1440).default(10),
});

type Settings = z.infer<typeof schema>;

/** Who keeps the files: a folder of this machine, or a bucket. */
export type FilesConfig = {
  /** While the disk that files arrive on has fewer bytes free, people hand in none. */
  reserveBytes: number;
} & (
  | { store: 'disk' }
  | { store: 's3'; endpoint: string; region: string; bucket: string; keyId: string; secretKey: string }
);

const MB = 1_048_576;
/** Kept back from uploads, MB (docs/decisions/0034-full-disk.md). */
const RESERVE_MB = { production: 1024, sandbox: 256 };

/** Where heads of the journal are anchored, and how often. */
export interface AnchorsConfig {
  /** The anchor file. */
  path: string;
  /** The file of the key: the private one where anchors are written, either half where they are checked. */
  keyPath: string;
  /** Between two anchors, minutes. */
  everyMinutes: number;
}

export interface Config {
  mode: 'sandbox' | 'production';
  host: string;
  ports: { portal: number; account: number; desk: number; sandbox: number };
  /** Public origins, without a trailing slash. */
  urls: { portal: string; account: string; desk: string; sandbox: string };
  /** Further names by which the sites may be asked for, beside those of the origins and loopback; lower case. */
  hosts: readonly string[];
  varFolder: string;
  /** Where the sandbox's clock starts; null = now. */
  startAt: string | null;
  databaseUrl: string | null;
  /** The same database as whoever owns its tables, for the set-up; null = DATABASE_URL does both. */
  databaseOwnerUrl: string | null;
  logLevel: string;
  /** Whether routes that hold the event loop are named in the log; never in production. */
  loopWatch: boolean;
  /** Proxies of our own in front of us: that many entries of X-Forwarded-For, from the right, are theirs. */
  trustProxy: number;
  /** Cookies are Secure and pages ask for https when the portal's origin is https. */
  secure: boolean;
  hotline: string;
  /** With which a machine from elsewhere may ask for /health and /metrics; null: none may. */
  healthToken: string | null;
  /** Whom to tell of a weakness: `mailto:`, `https:` or `tel:`. */
  securityContact: string;
  sms: { url: string; apiKey: string; secretKey: string; brandname: string };
  telco: { url: string; key: string };
  bank: { webhookSecret: string };
  files: FilesConfig;
  /** Kept for the embedded database, bytes; 0: nothing is. */
  ballastBytes: number;
  /** Where a starter above us keeps that; null: none does. */
  ballastFile: string | null;
  /** Null: the journal is not anchored from here. */
  anchors: AnchorsConfig | null;
}

/**
 * Reads the configuration.
 * @throws Error that names every setting that is missing or wrong
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const unsafe = unsafeSettings(env);
  if (unsafe.length > 0) throw new Error(`production mode: ${unsafe.join(' ')}`);
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`configuration: ${z.prettifyError(parsed.error)}`);
  const e = parsed.data;
  const at = (n: number) => `http://${e.HOST === '0.0.0.0' ? '127.0.0.1' : e.HOST}:${n}`;
  const sandboxUrl = at(e.PORT + 3);
  const real = (name: keyof typeof e, inSandbox: string): string => String(e[name] || inSandbox);
  const config: Config = {
    mode: e.MOTCUA_MODE,
    host: e.HOST,
    ports: { portal: e.PORT, account: e.PORT + 1, desk: e.PORT + 2, sandbox: e.PORT + 3 },
    urls: {
      portal: real('PORTAL_URL', at(e.PORT)).replace(/\/$/u, ''),
      account: real('ACCOUNT_URL', at(e.PORT + 1)).replace(/\/$/u, ''),
      desk: real('DESK_URL', at(e.PORT + 2)).replace(/\/$/u, ''),
      sandbox: sandboxUrl,
    },
    hosts: e.ALLOWED_HOSTS.toLowerCase().split(',').filter(Boolean),
    varFolder: resolve(e.MOTCUA_VAR),
    startAt: e.MOTCUA_NOW ?? null,
    databaseUrl: e.DATABASE_URL ?? null,
    databaseOwnerUrl: (e.DATABASE_URL && e.DATABASE_OWNER_URL) || null,
    logLevel: e.LOG_LEVEL,
    loopWatch: e.LOOP_WATCH === 'on' && e.MOTCUA_MODE !== 'production',
    trustProxy: e.TRUST_PROXY,
    secure: false,
    hotline: e.HOTLINE,
    healthToken: e.HEALTH_TOKEN || null,
    securityContact: e.SECURITY_CONTACT ?? `tel:${e.HOTLINE.replace(/[^+\d]/gu, '')}`,
    sms: {
      url: real('ESMS_URL', `${sandboxUrl}/MainService.svc/json`),
      apiKey: real('ESMS_API_KEY', SANDBOX_KEYS.ESMS_API_KEY),
      secretKey: real('ESMS_SECRET_KEY', SANDBOX_KEYS.ESMS_SECRET_KEY),
      brandname: e.ESMS_BRANDNAME,
    },
    telco: { url: real('TELCO_URL', `${sandboxUrl}/telco`), key: real('TELCO_KEY', SANDBOX_KEYS.TELCO_KEY) },
    bank: { webhookSecret: real('BANK_WEBHOOK_SECRET', SANDBOX_KEYS.BANK_WEBHOOK_SECRET) },
    files: filesOf(e),
    ballastBytes: e.BALLAST_MB * MB,
    ballastFile: e.MOTCUA_BALLAST || null,
    anchors: anchorsOf(e),
  };
  config.secure = config.urls.portal.startsWith('https:');
  if (e.DECIDED_FEES)
    throw new Error(
      'DECIDED_FEES is no longer read: load decided fees by `npm run -s cli -- data load FILE`',
    );
  return config;
}

/** The same for who runs a program. @throws InTheWay */
export function configured(env: NodeJS.ProcessEnv): Config {
  const objection = settings(env);
  if (objection) throw new InTheWay(...objection);
  try {
    return readConfig(env);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new InTheWay(said, 'Sửa thiết lập ấy (docs/operate/install.md) rồi chạy lại.');
  }
}

function anchorsOf(e: Settings): AnchorsConfig | null {
  if (e.JOURNAL_ANCHORS === 'none') return null;
  return {
    path: resolve(e.JOURNAL_ANCHORS || join(e.MOTCUA_VAR, 'anchors', 'journal.jsonl')),
    keyPath: resolve(e.JOURNAL_ANCHOR_KEY || join(e.MOTCUA_VAR, 'anchor-key.pem')),
    everyMinutes: e.JOURNAL_ANCHOR_MINUTES,
  };
}

/** A store that is set by half keeps nothing where nobody looks: it stops the start. */
function filesOf(e: Settings): FilesConfig {
  const reserveBytes = (e.DISK_RESERVE_MB ?? RESERVE_MB[e.MOTCUA_MODE]) * MB;
  const bucket = {
    S3_ENDPOINT: e.S3_ENDPOINT,
    S3_BUCKET: e.S3_BUCKET,
    S3_ACCESS_KEY: e.S3_ACCESS_KEY,
    S3_SECRET_KEY: e.S3_SECRET_KEY,
  };
  const names = (isSet: boolean) =>
    Object.entries(bucket)
      .filter(([, value]) => Boolean(value) === isSet)
      .map(([name]) => name)
      .join(', ');
  if (e.FILES_STORE === 'disk') {
    if (names(true) !== '')
      throw new Error(
        `files: ${names(true)} set, but FILES_STORE=disk keeps them in the state folder; say FILES_STORE=s3`,
      );
    return { store: 'disk', reserveBytes };
  }
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY } = bucket;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY)
    throw new Error(`files: FILES_STORE=s3 needs a whole address and key; missing: ${names(false)}`);
  return {
    store: 's3',
    reserveBytes,
    endpoint: S3_ENDPOINT,
    region: e.S3_REGION,
    bucket: S3_BUCKET,
    keyId: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  };
}
