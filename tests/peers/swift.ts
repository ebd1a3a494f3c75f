// Debian's OpenStack Swift with its S3 door, for a test's own use: four servers and a cache on loopback, everything in one folder.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ended, freePorts } from '../../bench/environment.ts';

export interface Swift {
  readonly endpoint: string;
  readonly region: string;
  readonly keyId: string;
  readonly secretKey: string;
  stop(): Promise<void>;
}

const REGION = 'us-east-1';
const RINGS = ['account', 'container', 'object'] as const;
const PATIENCE_MS = 60_000;

/** Starts it and waits until its door answers. @throws Error with the servers' own words when it does not within 60 s */
export async function startSwift(): Promise<Swift> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-swift-'));
  const user = ownUser();
  const port = await freePorts(5);
  const secretKey = randomBytes(15).toString('hex');
  for (const part of ['srv/sdb1', 'log', 'run']) mkdirSync(join(folder, part), { recursive: true });
  for (const [name, text] of Object.entries(configs(folder, user.name, port, secretKey)))
    writeFileSync(join(folder, name), text, { mode: 0o640 });
  makeRings(folder, port + 1);
  giveTo(user, folder);

  const log = openSync(join(folder, 'log', 'all.log'), 'a');
  const launch = (command: string, args: readonly string[]) =>
    spawn(command, args, { cwd: folder, stdio: ['ignore', log, log], ...user.run });
  const children = [
    launch('/usr/bin/memcached', ['-l', '127.0.0.1', '-p', String(port + 4), '-U', '0', '-m', '16']),
    ...RINGS.map((ring) => launch(`/usr/bin/swift-${ring}-server`, [join(folder, `${ring}.conf`), '-v'])),
    launch('/usr/bin/swift-proxy-server', [join(folder, 'proxy.conf'), '-v']),
  ];
  closeSync(log);
  const killAll = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', killAll);
  const stop = async () => {
    await Promise.all(children.map((child) => ended(child, 'SIGTERM')));
    process.off('exit', killAll);
    rmSync(folder, { recursive: true, force: true });
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await answering(endpoint, children);
  } catch (error) {
    const said = await readFile(join(folder, 'log', 'all.log'), 'utf8').catch(() => '');
    await stop();
    throw new Error(`Swift did not start:\n${said.slice(-3000)}`, { cause: error });
  }
  return { endpoint, region: REGION, keyId: 'dvc:portal', secretKey, stop };
}

/** As root the servers run as Debian's user for them. */
function ownUser(): { name: string; run: { uid?: number; gid?: number } } {
  if (process.getuid?.() !== 0) return { name: userInfo().username, run: {} };
  const id = (flag: string) => Number(execFileSync('id', [flag, 'swift'], { encoding: 'utf8' }));
  return { name: 'swift', run: { uid: id('-u'), gid: id('-g') } };
}

function giveTo({ run }: ReturnType<typeof ownUser>, folder: string): void {
  chmodSync(folder, 0o755);
  if (run.uid === undefined || run.gid === undefined) return;
  chownSync(folder, run.uid, run.gid);
  execFileSync('chown', ['-R', `${run.uid}:${run.gid}`, folder]);
}

/** One replica on one device, the smallest rings there are; one run of Python for all, since its start is what takes time. */
function makeRings(folder: string, port: number): void {
  const script = `
import sys
from swift.common.ring import RingBuilder
for at, ring in enumerate(sys.argv[2:]):
    builder = RingBuilder(4, 1, 1)
    builder.add_dev(dict(id=0, region=1, zone=1, ip='127.0.0.1', port=int(sys.argv[1]) + at, device='sdb1', weight=1.0))
    builder.rebalance()
    builder.get_ring().save(ring + '.ring.gz')
`;
  execFileSync('/usr/bin/python3', ['-c', script, String(port), ...RINGS], { cwd: folder, stdio: 'pipe' });
}

function configs(folder: string, user: string, port: number, secret: string): Record<string, string> {
  const common = (at: number) => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${at}
user = ${user}
swift_dir = ${folder}
workers = 0
`;
  const storage = (ring: string, at: number) => `${common(at)}devices = ${folder}/srv
mount_check = false
disable_fallocate = true
[pipeline:main]
pipeline = healthcheck ${ring}-server
[app:${ring}-server]
use = egg:swift#${ring}
recon_cache_path = ${folder}/run
[filter:healthcheck]
use = egg:swift#healthcheck
`;
  const plain = ['catch_errors', 'gatekeeper', 'healthcheck', 'listing_formats', 'bulk', 'slo', 'dlo']
    .concat(['versioned_writes', 'symlink'])
    .map((name) => `[filter:${name}]\nuse = egg:swift#${name}\n`)
    .join('');
  return {
    'account.conf': storage('account', port + 1),
    'container.conf': storage('container', port + 2),
    'object.conf': storage('object', port + 3),
    'proxy.conf': `${common(port)}[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth slo dlo versioned_writes symlink proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${port + 4}
[filter:s3api]
use = egg:swift#s3api
location = ${REGION}
[filter:tempauth]
use = egg:swift#tempauth
user_dvc_portal = ${secret} .admin
${plain}`,
  };
}

async function answering(endpoint: string, children: readonly ChildProcess[]): Promise<void> {
  const late = performance.now() + PATIENCE_MS;
  for (;;) {
    if (children.some((child) => child.exitCode !== null)) throw new Error('a server ended at once');
    const status = await fetch(`${endpoint}/healthcheck`, { signal: AbortSignal.timeout(2000) }).then(
      async (answer) => {
        await answer.body?.cancel();
        return answer.status;
      },
      () => 0,
    );
    if (status === 200) return;
    if (performance.now() > late) throw new Error('no answer');
    await pause(50);
  }
}
