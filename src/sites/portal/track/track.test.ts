// Look-up by the slip: state only, for whoever has number and secret; guessing is counted; the address gives nothing away.
import { beforeAll, describe, expect, it } from 'vitest';
import { portalOfFile } from '../../../../tests/support/portal.ts';
import { type SentDossier, sentDossier } from '../../../../tests/support/sent-dossier.ts';
import { registerTrack } from './routes.tsx';

const { portal, an } = portalOfFile('2026-11-23T09:00', registerTrack);
let dossier: SentDossier;
beforeAll(async () => {
  const today = Temporal.PlainDate.from('2026-11-23');
  const procedure = portal.deps.catalogue.bySlug('1.001193', today)!;
  const agency = portal.deps.agencies.ofUnit('07840', today)!;
  dossier = await sentDossier(portal.deps.db, {
    personId: an.personId,
    procedureId: procedure.id,
    agencyId: agency.id,
    at: '2026-11-23T01:00:00Z',
    over: {
      number: 'H05.07840-261123-00001',
      state: 4,
      due_current: Temporal.Instant.from('2026-11-23T01:30:00Z'),
    },
  });
});

const look = (ma: string, secret: string) => an.post('/tra-cuu', { ma, 'bi-mat': secret });

describe('look-up by number and secret', () => {
  it('shows state, agency and lateness to whoever has both, and no name', async () => {
    const sent = await look('h05.07840-261123-00001 ', ' abc 234');
    expect(sent.status).toBe(303);
    const page = await an.get(sent.location);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Đăng ký khai sinh');
    expect(page.body).toContain('Đang xử lý');
    expect(page.body).toContain('Quá hạn');
    const stranger = await portal.app.inject({ url: sent.location });
    expect(stranger.statusCode).toBe(200);
    expect(stranger.body).not.toContain('Nguyễn Văn An');
    expect(stranger.body).not.toContain('912345678');
  });

  it('says “Đã rút hồ sơ” of one that was withdrawn, not that somebody wishes it', async () => {
    const withdrawn = await sentDossier(portal.deps.db, {
      personId: an.personId,
      procedureId: portal.deps.catalogue.bySlug('1.001193', Temporal.PlainDate.from('2026-11-23'))!.id,
      agencyId: portal.deps.agencies.ofUnit('07840', Temporal.PlainDate.from('2026-11-23'))!.id,
      at: '2026-11-23T01:00:00Z',
      over: { state: 7, finished_at: Temporal.Instant.from('2026-11-23T01:30:00Z') },
    });
    const { location } = await look(withdrawn.requestCode, withdrawn.secret);
    const { body } = await an.get(location);
    expect(body).toContain('Đã rút hồ sơ');
    expect(body).not.toContain('Công dân yêu cầu rút hồ sơ');
  });

  it('works with the request code before a number is issued', async () => {
    expect((await look(dossier.requestCode, dossier.secret)).status).toBe(303);
  });

  it.each([
    [(code: string) => code.replaceAll('-', '–'), 'abc–234'],
    [(code: string) => code.replaceAll('-', ''), 'ABC 234.'],
    [(code: string) => ` ${code.toLowerCase().replaceAll('-', ' ')}.`, 'a b c 2 3 4'],
    [(code: string) => `Ho so ${code} cua N.V.An da nop.`, '\u200bＡＢＣ２３４'],
  ])('understands a number as it is told: row %#', async (told, secret) => {
    expect((await look(told(dossier.requestCode), secret)).status).toBe(303);
  });

  it('says the same for a wrong secret and for a number that does not exist', async () => {
    const wrong = await look('H05.07840-261123-00001', 'WRONG1');
    const none = await look('H05.07840-261123-09999', 'ABC234');
    expect([wrong.status, none.status]).toEqual([422, 422]);
    const sentence = 'Không có hồ sơ nào khớp';
    expect(wrong.body).toContain(sentence);
    expect(none.body).toContain(sentence);
  });

  it('asks for each missing field at that field and keeps what was typed', async () => {
    const answer = await look('H05.07840-261123-00001', '');
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Bạn phải nhập mã tra cứu.');
    expect(answer.body).toContain('value="H05.07840-261123-00001"');
  });

  it('does not open by a forged, altered or spent ticket', async () => {
    const { location } = await look('H05.07840-261123-00001', 'ABC234');
    const altered = location.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await an.get(altered)).location).toBe('/tra-cuu');
    portal.clock.set('2026-11-23T09:31');
    expect((await an.get(location)).location).toBe('/tra-cuu');
    portal.clock.set('2026-11-23T09:00');
    expect((await an.get(location)).status).toBe(200);
  });

  it('shows a newer state at once although the page is kept', async () => {
    const { location } = await look('H05.07840-261123-00001', 'ABC234');
    expect((await portal.app.inject({ url: location })).body).toContain('Đang xử lý');
    await portal.deps.db
      .updateTable('dossiers.dossier')
      .set({ state: 9, version: 2 })
      .where('id', '=', dossier.id)
      .execute();
    expect((await portal.app.inject({ url: location })).body).toContain('Đã xử lý xong');
  });

  it('stops a guesser of one number and says when it goes on', async () => {
    let last = await look('H05.07840-261123-00001', 'GUESS0');
    for (let i = 1; i < 12; i++) last = await look('H05.07840-261123-00001', `GUESS${i}`);
    expect(last.status).toBe(429);
    expect((await look('H05.07840-261123-00001', 'ABC234')).status).toBe(429);
    portal.clock.set('2026-11-23T09:20');
    expect((await look('H05.07840-261123-00001', 'ABC234')).status).toBe(303);
  });
});
