// JSON lines in, JSON lines out: one bad line costs one error line and nothing else.
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { ZodError, ZodType } from 'zod';

export interface CommandIo {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly output: Writable;
  readonly errors: Writable;
  readonly env: NodeJS.ProcessEnv;
  /** Where whoever calls stands: names of files are read from there. */
  readonly folder: string;
}

/** Exit code of a command that something outside it keeps from its work: settings, the state folder, the database. */
export const IN_THE_WAY = 3;

/** One command of the command line: its further arguments, its streams; the answer is the exit code. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

type Question = Record<string, unknown>;

/** Thrown for a line that cannot be answered; its message is what the caller reads. */
export class BadLine extends Error {}

function sentenceOf(error: ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') || 'câu hỏi'}: ${issue?.message ?? 'không đúng'}`;
}

/** The line as its command expects it. @throws BadLine naming the first field that is wrong */
export function questionOf<T>(schema: ZodType<T>, question: Question): T {
  const read = schema.safeParse(question);
  if (!read.success) throw new BadLine(sentenceOf(read.error));
  return read.data;
}

function parse(line: string): Question {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadLine('Dòng này không phải JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadLine('Mỗi dòng phải là một đối tượng JSON.');
  }
  return value as Question;
}

function answerLine(line: string, answer: (question: Question) => object): string {
  let id: object = {};
  try {
    const question = parse(line);
    if ('id' in question) id = { id: question.id };
    return JSON.stringify({ ...id, ...answer(question) });
  } catch (error) {
    return JSON.stringify({ ...id, error: error instanceof Error ? error.message : String(error) });
  }
}

async function* linesByChunk(input: CommandIo['input']): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  yield [rest + decoder.decode()];
}

/** A command that answers each line by itself; `id` is given back with the answer when the line has one. Exit code 0. */
export function lineByLine(prepare: () => (question: Question) => object): Command {
  return async (_args, { input, output }) => {
    const answer = prepare();
    for await (const lines of linesByChunk(input)) {
      const answers = lines
        .filter((line) => line.trim() !== '')
        .map((line) => `${answerLine(line, answer)}\n`);
      if (answers.length > 0 && !output.write(answers.join(''))) await once(output, 'drain');
    }
    return 0;
  };
}
