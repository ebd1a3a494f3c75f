// `submit-with-files`: two papers of 200 KB uploaded, then the last post; beside the same rows, and the same bytes flushed.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BareAnswer, BareOrder } from '../bare-sql.ts';
import { bytesOf, workThrough } from '../connections.ts';
import { type Environment, ended, helper } from '../environment.ts';
import { type Figure, figure, inTurn, type Round } from '../figure.ts';
import { newPaper } from '../paper.ts';
import { birthMatter, manyCitizens, type PreparedDraft, prepareDrafts, sendRequest } from '../prepared.ts';
import { added, bareMatter, CLIENTS, sameRows } from './submit.ts';

const A_ROUND = 250;
const PAPERS = 2;
const BOUNDARY = '----motcua-bench-boundary';

/** Both papers in one multipart post, as the file control sends them. */
export function uploadRequest({ id, citizen }: PreparedDraft, papers: readonly Buffer[]): Buffer {
  const parts = papers.flatMap((paper, at) => [
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="tep"; filename="trang-${at + 1}.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    paper,
    Buffer.from('\r\n'),
  ]);
  const body = Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
  const path = `/nop-ho-so/${id}/giay-to/birthCert?_csrf=${encodeURIComponent(citizen.csrf)}`;
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  return bytesOf({ method: 'POST', path, cookie: citizen.cookie, headers, body });
}

export async function withFiles(env: Environment): Promise<Figure[]> {
  const matter = await birthMatter(env.db, false);
  const product: Round = async () => {
    const drafts = await prepareDrafts(env.db, matter, await manyCitizens(env, A_ROUND), A_ROUND);
    const sent = new Set<string>();
    let at = 0;
    const seconds = await workThrough(env.port, CLIENTS, async (connection) => {
      const draft = drafts[at++];
      if (!draft) return false;
      const papers = Array.from({ length: PAPERS }, newPaper);
      const uploaded = await connection.send(uploadRequest(draft, papers));
      if (uploaded.status !== 303)
        throw new Error(
          `an upload was answered ${uploaded.status}\n${uploaded.raw.toString().slice(0, 1500)}`,
        );
      const answer = await connection.send(sendRequest(env.secret, draft));
      if (answer.status !== 303 || !answer.location.endsWith('/da-nop'))
        throw new Error(`submit was answered ${answer.status} ${answer.location}`);
      sent.add(answer.location);
      return true;
    });
    if (sent.size !== A_ROUND)
      throw new Error(`submit-with-files: ${A_ROUND} drafts gave ${sent.size} dossiers`);
    return { done: sent.size, seconds };
  };
  const bare = helper('bare-sql.ts');
  const folder = join(env.varFolder, 'bare-files');
  const limit: Round = async () => {
    const drafts = (await prepareDrafts(env.db, matter, await manyCitizens(env, A_ROUND), A_ROUND)).map(
      ({ id, citizen }) => ({
        id,
        personId: citizen.personId,
      }),
    );
    const order: BareOrder = {
      url: env.url,
      clients: CLIENTS,
      matter: bareMatter(matter),
      work: { kind: 'with-files', drafts, folder },
    };
    const answer = await bare.ask<BareAnswer>(order);
    await rm(folder, { recursive: true });
    return answer;
  };
  try {
    env.say(`submit-with-files: ${PAPERS} files, ${CLIENTS} clients`);
    sameRows('submit-with-files', (await added(env, product)).rows, (await added(env, limit)).rows);
    const rates = await inTurn(product, limit, env);
    return [figure('submit-with-files', rates.value, 'dossiers/s', rates.limit)];
  } finally {
    await ended(bare.child, 'SIGTERM');
  }
}
