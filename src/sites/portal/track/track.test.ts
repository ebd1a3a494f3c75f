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
    // Not even a genuine one with something behind it, before and after it has been proved.
    const longer = ['.x', '.', '..', 'x', '%00', '%20', '~', '.'.repeat(50)].map((end) => location + end);
    for (const one of [...longer, location.replace('/tra-cuu/', '/tra-cuu/x.')])
      expect([one, (await an.get(one)).location]).toEqual([one, '/tra-cuu']);
    expect((await an.get(location)).status).toBe(200);
    for (const one of longer) expect([one, (await an.get(one)).location]).toEqual([one, '/tra-cuu']);
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

  it('makes a guesser wait longer and longer, and says when it goes on', async () => {
    const stranger = guesserAt('2001:db8:1:2::1');
    let last = { status: 0, body: '' };
    for (let i = 0; i < 6; i++) last = await stranger('H05.07840-261123-00001', `GUESS${i}`);
    expect(last.status).toBe(429);
    expect(last.body).toContain('thử lại sau');
    expect((await stranger('H0507840-261123-00001', 'ABC234')).status).toBe(429);
    expect((await guesserAt('2001:db8:1:2:ffff::9')('H05.07840-261123-00001', 'ABC234')).status).toBe(429);
    expect((await guesserAt('2001:db8:1:3::1')('H05.07840-261123-00001', 'ABC234')).status).toBe(303);
    portal.clock.set('2026-11-23T09:01');
    expect((await stranger('H05.07840-261123-00001', 'ABC234')).status).toBe(303);
    portal.clock.set('2026-11-23T09:00');
  });

  it('counts no right look-up, however many there are from one address', async () => {
    for (let i = 0; i < 40; i++) expect((await look('H05.07840-261123-00001', 'ABC234')).status).toBe(303);
  });

  it('lets a browser that knew the secret once in, whatever strangers did to the number that day', async () => {
    const own = guesserAt('198.51.100.200');
    await own('H05.07840-261123-00001', 'ABC234');
    for (let minute = 0; minute < 24 * 60; minute += 60) {
      portal.clock.set(Temporal.Instant.from('2026-11-24T01:00:00Z').add({ minutes: minute }).toString());
      for (let place = 0; place < 30; place++)
        await guesserAt(`198.51.100.${place}`)('H05.07840-261123-00001', `G${minute}`);
    }
    const fresh = await guesserAt('203.0.113.200')('H05.07840-261123-00001', 'ABC234');
    expect(fresh.status).toBe(429);
    expect((await own('H05.07840-261123-00001', 'ABC234')).status).toBe(303);
    portal.clock.set('2026-11-23T09:00');
  });
});

/** Somebody without an account, at an address. */
function guesserAt(address: string) {
  const cookies: Record<string, string> = {};
  return async (ma: string, secret: string) => {
    const page = await portal.app.inject({ url: '/tra-cuu', cookies, remoteAddress: address });
    for (const { name, value } of page.cookies) cookies[name] = value;
    const _csrf = /name="_csrf" value="([^"]+)"/u.exec(page.body)?.[1] ?? '';
    const answer = await portal.app.inject({
      method: 'POST',
      url: '/tra-cuu',
      cookies,
      remoteAddress: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf, ma, 'bi-mat': secret }).toString(),
    });
    for (const { name, value } of answer.cookies) cookies[name] = value;
    return { status: answer.statusCode, body: answer.body };
  };
}
