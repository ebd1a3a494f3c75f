// One JSON line per event; never a name, a number or an answer of a person.
import { type Logger, pino } from 'pino';
import { type LogOutlet, logOutlet, outliveOutput } from './log-outlet.ts';

export type Log = Logger;

/** A database error quotes the row it stumbled on: numbers and names of persons. */
const QUOTING = ['detail', 'where', 'internalQuery'] as const;
const QUOTED = QUOTING.flatMap((key) => [`err.${key}`, `err.cause.${key}`]);

/** What a message says in quotes is somebody's, unless it is plainly the name of a thing of ours: a table, a column, a rule. */
const OURS = /^[a-z]+(?:[._][a-z]+)+$/u;
/** SQLSTATE of data that could not be read: whatever such a message quotes was sent to us. */
const DATA_ERROR = /^22...$/u;

/** A message of an error without what it quotes of what people sent. */
export function withoutQuotes(message: string, code?: unknown): string {
  const keepsOurs = typeof code !== 'string' || !DATA_ERROR.test(code);
  return message.replaceAll(/"((?:[^"\\]|\\.)*)"(?:\.\.\.)?/gsu, (whole, quoted: string) =>
    keepsOurs && OURS.test(quoted) ? whole : '"…"',
  );
}

/** An error as it may be written down: its own kind, code and stack, and nothing that it quotes. */
export function toldError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const told = pino.stdSerializers.err(error) as Record<string, unknown>;
  const message = withoutQuotes(error.message, told.code);
  for (const key of QUOTING) delete told[key];
  return {
    ...told,
    message,
    // The causes are in the stack, each with its message.
    stack: withoutQuotes(String(told.stack ?? ''), told.code),
  };
}

let outlet: LogOutlet | undefined;

/** The process's logger, which never holds it up. `level` from the configuration (`info`, `warn`, `silent` …). */
export function createLog(process: string, level: string): Log {
  const log: Log = pino(
    {
      level,
      base: { process },
      serializers: { err: toldError },
      formatters: {
        log: (line) =>
          typeof line.reason === 'string' ? { ...line, reason: withoutQuotes(line.reason) } : line,
      },
      redact: { paths: ['req.headers.cookie', 'req.headers.authorization', ...QUOTED], remove: true },
    },
    { write: (line) => outlet?.write(line) },
  );
  if (!outlet) {
    outlet = logOutlet({ onRecovered: (lost) => log.warn({ lost }, 'lines of the log were lost') });
    outliveOutput();
  }
  return log;
}

/** Lines that this process could not write down since it began. */
export function lostLines(): number {
  return outlet?.lost ?? 0;
}
