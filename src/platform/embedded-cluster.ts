// The cluster's files and its processes: made by initdb, run by postgres, both as the server's own user.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { asServer, handedOver, serverAccount, serverPrograms } from './embedded-programs.ts';
import { InTheWay } from './in-the-way.ts';
import { openLog } from './log-file.ts';

/** Who owns the cluster and everything in it, and the name of its database. */
export const OWNER = 'motcua';
/** As whom the program works in it: owns nothing, is no superuser. */
export const PROGRAM = 'motcua_app';

/** Nothing of what people send may stand in the server's log: no statement, no parameter, no value that an error quotes. */
const SILENT = {
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_min_messages: 'log',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
};

// Only the data is the server's; the password beside it stays ours.
function givenToServer(path: string): void {
  const account = serverAccount();
  if (account) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, path]);
}

/** Makes the cluster's folder what the server asks for: its own and nobody else's. */
export function takeCare(data: string): void {
  const account = serverAccount();
  if (account && statSync(data).uid !== account.uid) givenToServer(data);
  chmodSync(data, 0o700);
}

/**
 * Makes an empty cluster in `data` and its password beside it; the file `made` in `folder` says that it is whole.
 * @param durable false for a throw-away cluster: it is not waited for that the disk has it
 * @throws InTheWay with what initdb said last
 */
export function makeCluster(folder: string, data: string, durable: boolean): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  givenToServer(data);
  const passwordFile = join(folder, 'password');
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  // While the cluster is made its maker reads the password.
  givenToServer(passwordFile);
  const open = [openSync(data, 'r'), openSync(passwordFile, 'r')];
  const made = spawnSync(
    join(serverPrograms(), 'bin', 'initdb'),
    [
      '-D',
      handedOver(3, data),
      '-U',
      OWNER,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--pwfile=${handedOver(4, passwordFile)}`,
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...asServer(), encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'pipe', ...open] },
  );
  for (const descriptor of open) closeSync(descriptor);
  if (serverAccount()) chownSync(passwordFile, 0, 0);
  if (made.status !== 0)
    throw new InTheWay(
      `Không tạo được cơ sở dữ liệu: ${(made.stderr || made.error?.message || '').trim().split('\n').at(-1)}`,
      `Kiểm tra chỗ trống và quyền của ${folder} rồi chạy lại, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
    );
  appendFileSync(
    join(data, 'postgresql.conf'),
    [
      "listen_addresses = '127.0.0.1'",
      "unix_socket_directories = ''",
      'max_connections = 100',
      'shared_buffers = 256MB',
      'max_wal_size = 2GB',
      'checkpoint_timeout = 15min',
      "timezone = 'UTC'",
      "log_timezone = 'UTC'",
      'log_min_duration_statement = 1000',
      'wal_compression = on',
      '',
    ].join('\n'),
  );
  writeFileSync(join(folder, 'made'), 'yes\n');
}

/** Starts the server on a port of the loopback address; it is not waited for, and outlives us. */
export function launch(
  home: string,
  data: string,
  port: number,
  settings: Record<string, string>,
): ChildProcess {
  const options = Object.entries({ port: String(port), ...SILENT, ...settings }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const out = openLog(join(home, 'server.log'));
  const held = openSync(data, 'r');
  // Its own process group: Ctrl-C reaches us first, and we stop it after our own processes.
  const child = spawn(join(serverPrograms(), 'bin', 'postgres'), ['-D', handedOver(3, data), ...options], {
    ...asServer(),
    stdio: ['ignore', out, out, held],
    detached: true,
    cwd: home,
  });
  closeSync(out);
  closeSync(held);
  // A program that cannot be started has no pid; whoever waits for the server sees that.
  child.once('error', () => {});
  child.unref();
  return child;
}
