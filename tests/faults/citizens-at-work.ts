// Sixteen people who upload their paper and send their dossier, and try again when the line breaks, as people do.
import { createHash } from 'node:crypto';
import { type Answer, Connection } from '../../bench/connections.ts';
import { uploadRequest } from '../../bench/figures/with-files.ts';
import { newPaper } from '../../bench/paper.ts';
import {
  birthMatter,
  citizens,
  type PreparedDraft,
  prepareDrafts,
  sendRequest,
} from '../../bench/prepared.ts';
import type { Installation } from './installation.ts';

export const PEOPLE = 16;
const SENT = /^\/ho-so\/([0-9a-f-]{36})\/da-nop$/u;

/** A draft, its papers, and every answer that named a dossier. */
export interface Case {
  readonly draft: PreparedDraft;
  readonly papers: readonly Buffer[];
  readonly hashes: readonly string[];
  /** Dossiers by the answers that came, in order. */
  readonly answered: string[];
  uploadAnswered: boolean;
  /** Attempts that broke off without an answer. */
  broken: number;
}

export interface Work {
  readonly cases: readonly Case[];
  /** How many drafts have been answered. */
  answered(): number;
  /** Resolves when every draft has its answer. */
  done: Promise<void>;
}

/** Prepares drafts that lack at most their papers (every third needs none) and lets the people begin. Every fourth is sent twice. */
export async function begin(installation: Installation, count: number): Promise<Work> {
  const db = installation.db();
  const people = await citizens(db, installation.secret(), PEOPLE);
  const withPapers = await birthMatter(db, false);
  const without = await birthMatter(db, true);
  const few = Math.floor(count / 3);
  const waiting = await prepareDrafts(db, withPapers, people, count - few);
  const ready = await prepareDrafts(db, without, people, few);
  const cases = Array.from({ length: count }, (_, at): Case => {
    const bare = at % 3 === 2 ? ready.pop() : undefined;
    const draft = bare ?? waiting.pop() ?? ready.pop()!;
    const papers = bare ? [] : [newPaper(), newPaper()];
    return {
      draft,
      papers,
      hashes: papers.map(sha256Of),
      answered: [],
      uploadAnswered: papers.length === 0,
      broken: 0,
    };
  });
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < cases.length; at = next++) {
      await carryThrough(installation, cases[at]!);
      if (at % 4 === 0) await carryThrough(installation, cases[at]!);
    }
  };
  const done = Promise.all(Array.from({ length: PEOPLE }, worker)).then(() => {});
  // Heard when it is waited for.
  done.catch(() => {});
  return { cases, answered: () => cases.filter(({ answered }) => answered.length > 0).length, done };
}

function sha256Of(paper: Buffer): string {
  return createHash('sha256').update(paper).digest('hex');
}

const MOST_TRIES = 200;

/** Uploads unless that was answered before, then sends, until an answer names the dossier. */
async function carryThrough(installation: Installation, one: Case): Promise<void> {
  const before = one.answered.length;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    if (await attemptOnce(installation, one)) return;
    one.broken += 1;
    await installation.healthy();
  }
  throw new Error(`a draft had ${one.answered.length - before} answers after ${MOST_TRIES} tries`);
}

/** @returns false when the line broke or the installation could not serve */
async function attemptOnce(installation: Installation, one: Case): Promise<boolean> {
  const connection = await Connection.open(installation.port).catch(() => null);
  if (!connection) return false;
  try {
    if (!one.uploadAnswered) {
      const uploaded = await connection.send(uploadRequest(one.draft, one.papers));
      if (!served(uploaded)) return false;
      one.uploadAnswered = true;
    }
    const answer = await connection.send(sendRequest(installation.secret(), one.draft));
    if (!served(answer)) return false;
    const dossier = SENT.exec(answer.location)?.[1];
    if (!dossier) throw new Wrong(`a send was answered ${answer.status} ${answer.location}`);
    one.answered.push(dossier);
    return true;
  } catch (error) {
    if (error instanceof Wrong) throw error;
    return false;
  } finally {
    connection.close();
  }
}

class Wrong extends Error {}

/** @throws Wrong when the answer is neither the redirect that was expected nor an honest failure */
function served(answer: Answer): boolean {
  if (answer.status >= 500) return false;
  if (answer.status !== 303)
    throw new Wrong(`answered ${answer.status}: ${answer.raw.toString('utf8', answer.bodyAt).slice(0, 400)}`);
  return true;
}
