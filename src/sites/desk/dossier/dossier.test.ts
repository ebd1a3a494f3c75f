// Looking at a dossier, its files and pictures: every look is a fact.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DeskLine, deskLine } from '../../../../tests/support/desk.ts';
import { DEATH } from '../../../../tests/support/dossier-fixture.ts';
import { bytesIn } from '../../../../tests/support/kept-files.ts';

const MORNING = '2026-11-23T09:00';
let line: DeskLine;
beforeAll(async () => {
  line = await deskLine(MORNING);
});
afterAll(async () => line.desk.close());
beforeEach(() => line.desk.house.clock.set(MORNING));

describe('the trace', () => {
  test('pages, files, papers leave a fact each, with who and what', async () => {
    const id = await line.accepted({ procedure: DEATH });
    const page = (await line.binh.get(`/ho-so/${id}`)).body;
    const link = /href="(\/ho-so\/[^"]+\/tep\/[^"/]+)"/u.exec(page)?.[1] ?? '';
    const got = await line.binh.get(link);
    expect([got.status, got.type]).toEqual([200, 'application/pdf']);
    await line.binh.get(`/hang-doi?mo=${id}`);
    const facts = await line.desk.house.db
      .selectFrom('journal.fact')
      .select('body')
      .where('stream', '=', `dossier:${id}`)
      .where('name', '=', 'dossier.read')
      .orderBy('seq')
      .execute();
    const bodies = facts.map(({ body }) => JSON.parse(body));
    expect(bodies.map(({ data }) => data)).toEqual([
      { page: 'ho-so' },
      { file: link.split('/').at(-1) },
      { page: 'hang-doi' },
    ]);
    expect(new Set(bodies.map(({ actor }) => actor.personId))).toEqual(
      new Set([line.desk.house.people.binh.personId]),
    );
  });

  test('a picture is shown from our own page, anything else only downloaded', async () => {
    const id = await line.file({ procedure: DEATH });
    const kept = await line.desk.house.db
      .selectFrom('dossiers.file')
      .select(['id', 'sha256'])
      .where('dossier_id', '=', id)
      .executeTakeFirstOrThrow();
    expect((await line.binh.get(`/ho-so/${id}/tep/${kept.id}/anh`)).status).toBe(404);
    expect((await line.binh.get(`/ho-so/${id}/tep/${kept.id}/xem`)).status).toBe(404);
    await line.desk.house.db
      .updateTable('dossiers.file')
      .set({ mime: 'image/png', name: 'anh.png' })
      .where('id', '=', kept.id)
      .execute();
    expect((await line.binh.get(`/ho-so/${id}/tep/${kept.id}/xem`)).body).toContain(`/tep/${kept.id}/anh`);
    const picture = await line.desk.app.inject({
      url: `/ho-so/${id}/tep/${kept.id}/anh`,
      cookies: { mc_desk: line.binh.token },
    });
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    });
    expect(await bytesIn(line.desk.house.files, kept.sha256)).toEqual(picture.rawPayload);
  });
});
