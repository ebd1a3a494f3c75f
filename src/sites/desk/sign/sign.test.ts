// The page that signs: what the leader reads there of signings that are under way or came to nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DeskLine, deskLine } from '../../../../tests/support/desk.ts';
import { held, testSigner } from '../../../../tests/support/signing.ts';

const MORNING = '2026-11-23T09:00';
const signer = testSigner();
let line: DeskLine;
beforeAll(async () => {
  line = await deskLine(MORNING, { signer });
});
afterAll(async () => line.desk.close());
beforeEach(() => line.desk.house.clock.set(MORNING));

describe('the page that signs', () => {
  test('leads on when it is done, also for a second press while the first is under way', async () => {
    const id = await line.proposed();
    const hold = held();
    signer.next(hold.answer);
    const form = { version: (await line.desk.house.row(id)).version };
    const first = line.dung.post(`/ho-so/${id}/ky`, form);
    await hold.reached;
    const second = line.dung.post(`/ho-so/${id}/ky`, form);
    await hold.release();
    for (const one of [await first, await second])
      expect([one.status, one.location]).toEqual([303, `/ho-so/${id}?da=ky`]);
    const lost = await line.dung.post(`/ho-so/${id}/ky`, form);
    expect([lost.status, lost.location]).toEqual([303, `/ho-so/${id}?da=ky`]);
  });

  test('says who signs while it takes long, and the number that is kept for it', async () => {
    const id = await line.proposed();
    const hold = held();
    signer.next(hold.answer);
    const first = line.dung.act(id, 'ky');
    await hold.reached;
    const told = await line.dung.act(id, 'ky');
    expect(told.status).toBe(409);
    expect(told.body).toContain('Văn bản này đang được ký: Phạm Văn Dũng bấm ký lúc');
    const page = (await line.dung.get(`/ho-so/${id}/ky`)).body;
    expect(page).toMatch(/Số \d+\/2026\/TB-UBND: Phạm Văn Dũng bấm ký lúc .*, chưa phát hành xong\./u);
    await hold.release();
    expect((await first).status).toBe(303);
  });

  test('says why a signing came to nothing; the void number stays on the dossier for all who read it', async () => {
    const id = await line.proposed();
    signer.next(() => ({ kind: 'refused', reason: 'declined' }));
    const told = await line.dung.act(id, 'ky');
    expect(told.status).toBe(409);
    expect(told.body).toContain('Chữ ký bị từ chối nên văn bản chưa được phát hành');
    const gone = /Số \d+\/2026\/TB-UBND: hủy lúc .*, vì chữ ký bị từ chối\./u;
    expect((await line.dung.get(`/ho-so/${id}/ky`)).body).toMatch(gone);
    expect((await line.dung.act(id, 'ky')).status).toBe(303);
    expect((await line.binh.get(`/ho-so/${id}`)).body).toMatch(gone);
    expect((await line.em.get(`/ho-so/${id}`)).status).toBe(404);
  });
});
