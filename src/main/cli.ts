// The scriptable face of the rules and the data: JSON lines in, JSON lines out, no server needed.
import { InTheWay } from '../platform/in-the-way.ts';
import { type Command, type CommandIo, IN_THE_WAY } from './cli/json-lines.ts';

// One row a command; each loads only what it needs. A command of two words (`files verify`) reads its second from its arguments.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  deadline: async () => (await import('./cli/deadline.ts')).run,
  check: async () => (await import('./cli/check.ts')).run,
  place: async () => (await import('./cli/place.ts')).run,
  search: async () => (await import('./cli/search.ts')).run,
  'sms-parts': async () => (await import('./cli/sms-parts.ts')).run,
  data: async () => (await import('./cli/data.ts')).run,
  files: async () => (await import('./cli/files.ts')).run,
  journal: async () => (await import('./cli/journal.ts')).run,
  secrets: async () => (await import('./cli/secrets.ts')).run,
  vietqr: async () => (await import('./cli/vietqr.ts')).run,
};

/**
 * Runs `COMMAND …arguments`.
 * @returns the exit code: the command's own; 2 with the list of commands when there is no such command; 3 with two lines when
 * something outside the command is in its way
 */
export async function runCli([name = '', ...args]: readonly string[], io: CommandIo): Promise<number> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    io.errors.write(`usage: npm run -s cli -- COMMAND\ncommands: ${Object.keys(COMMANDS).join(', ')}\n`);
    return 2;
  }
  const command = await load();
  try {
    return await command(args, io);
  } catch (error) {
    if (!(error instanceof InTheWay)) throw error;
    io.errors.write(`${error.message}\n`);
    return IN_THE_WAY;
  }
}

if (import.meta.main) {
  // Whoever reads us may stop early (`| head`); that is no failure.
  process.stdout.on('error', () => process.exit(0));
  process.exitCode = await runCli(process.argv.slice(2), {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    env: process.env,
    // npm goes to the project's folder before it runs us and keeps in INIT_CWD where it was called.
    folder: process.env.INIT_CWD ?? process.cwd(),
  });
}
