// One JSON line per event; never a name, a number or an answer of a person.
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** A database error quotes the row it stumbled on: numbers and names of persons. */
const QUOTED = ['detail', 'where', 'internalQuery'].flatMap((key) => [`err.${key}`, `err.cause.${key}`]);

/** The process's logger. `level` from the configuration (`info`, `warn`, `silent` …). */
export function createLog(process: string, level: string): Log {
  return pino({
    level,
    base: { process },
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', ...QUOTED], remove: true },
  });
}
