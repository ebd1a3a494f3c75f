// The whole way in and out over real HTTP: sign-up, single sign-on, citizens and officials apart.
import { beforeEach, describe, expect, it } from 'vitest';
import { AN, BINH, PASSWORD, stageOfFile, type Visitor } from '../../tests/support/visitor.ts';

const stage = stageOfFile();
let browser: Visitor;
beforeEach(() => {
  browser = stage.visitor();
});

const otherThan = (code: string) => (code === '000000' ? '111111' : '000000');

describe('the way in', () => {
  it('leads a newcomer from the portal through sign-up, password and code back to where they were', async () => {
    await browser.toPassword('portal', '/ai?tu=1');
    expect(browser.words()).toContain('CMT/CCCD');
    await browser.follow('Đăng ký');
    await browser.submit('/dang-ky', { 'doi-tuong': 'ca-nhan' });
    await browser.follow('Đăng ký Thuê bao di động');
    expect(browser.words()).toContain('Đăng ký Thuê bao di động (Chỉ dành cho công dân)');
    const code = /govuk-visually-hidden">Mã xác nhận, đọc từng số: ([\d, ]+)</u.exec(
      browser.at?.html ?? '',
    )?.[1];
    await browser.submit('/thue-bao-di-dong', {
      'so-giay-to': '024 095 004 321',
      'ho-ten': 'Hoàng Thị Em',
      'ngay-sinh': '2/9/1995',
      'so-dien-thoai': '0821 234 088',
      'ma-xac-thuc': code?.replaceAll(', ', '') ?? '',
    });
    expect(browser.words()).toContain('Mã xác thực đã được gửi qua SĐT: 082****088');
    await browser.submit('/otp', { otp: await browser.codeFor('+84821234088') });
    expect(browser.words()).toContain(
      'Sử dụng 8 ký tự trở lên bao gồm chữ thường, chữ in hoa, số và ký tự đặc biệt.',
    );
    await browser.submit('/mat-khau', { 'mat-khau': 'Cau-7-mua-he', 'xac-nhan': 'Cau-7-mua-he' });
    expect(browser.words()).toContain('Đăng ký thành công');
    await browser.follow('Tiếp tục đăng nhập');
    await browser.follow('Tài khoản cấp bởi Cổng Dịch vụ công quốc gia');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': '024095004321', 'mat-khau': 'Cau-7-mua-he' });
    expect(browser.words()).toContain('082****088');
    await browser.submit('/otp', { otp: await browser.codeFor('+84821234088') });
    expect(browser.at?.url.href).toBe(`${stage.sites.urls.portal}/ai?tu=1`);
    expect(browser.json()).toMatchObject({ name: 'Hoàng Thị Em', kind: 'citizen' });
  });

  it('opens nothing by a password alone (S-09)', async () => {
    await browser.toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    const uid = browser.at?.url.pathname.split('/')[2];
    await browser.open(`${stage.sites.urls.account}/oidc/auth/${uid}`);
    await browser.open(`${stage.sites.urls.portal}/ai`);
    expect(browser.at?.url.pathname).toBe('/dang-nhap');
  });

  it('says what is wrong, keeps the name, never the password', async () => {
    await browser.toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': '024090009999', 'mat-khau': 'Sai-mat-khau-1' });
    expect(browser.at?.status).toBe(422);
    expect(browser.words()).toContain('Tên đăng nhập hoặc mật khẩu không đúng');
    expect(browser.at?.html).toContain('value="024090009999"');
    expect(browser.at?.html).not.toContain('Sai-mat-khau-1');
    await browser.submit('/mat-khau', {});
    expect(browser.words()).toContain('Bạn phải nhập cmt/cccd.');
  });

  it('tells a wrong code, sends a new one after the wait, and then opens', async () => {
    await browser.toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    const first = await browser.codeFor(AN.phone);
    await browser.submit('/otp', { otp: otherThan(first) });
    expect(browser.words()).toMatch(/Mã OTP không đúng.*còn 4 lần thử/u);
    await browser.submit('/gui-lai');
    expect(browser.at?.status).toBe(429);
    expect(browser.words()).toMatch(/nhận mã mới sau/u);
    stage.sites.clock.set(stage.sites.clock.now().add({ seconds: 61 }).toString());
    await browser.submit('/gui-lai');
    expect(browser.at?.status).toBe(200);
    await browser.submit('/otp', { otp: await browser.codeFor(AN.phone) });
    expect(browser.json()).toMatchObject({ name: 'Nguyễn Văn An' });
  });

  it('knows the browser at the next sign-in of the portal, without asking again', async () => {
    await browser.signIn('portal', AN);
    expect(browser.at?.url.pathname).toBe('/ai');
    await stage.test.db.deleteFrom('platform.session').execute();
    await browser.open(`${stage.sites.urls.portal}/dang-nhap/di?ve=/ai`);
    expect(browser.json()).toMatchObject({ name: 'Nguyễn Văn An' });
  });

  it('is not undone by a code that a double click sends twice', async () => {
    await browser.toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    const otp = await browser.codeFor(AN.phone);
    const page = browser.at;
    const onward = await browser.submit('/otp', { otp }, (url) => url.pathname.startsWith('/oidc/auth/'));
    browser.at = page;
    const again = await browser.submit('/otp', { otp }, (url) => url.pathname.startsWith('/oidc/auth/'));
    expect(again.url.href).toBe(onward.url.href);
    await browser.open(again.url);
    expect(browser.json()).toMatchObject({ name: 'Nguyễn Văn An' });
  });

  it('lets who must wait through by a code, and knows the browser afterwards', async () => {
    const type = (password: string) =>
      browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': password });
    await browser.toPassword('portal');
    for (let i = 0; i < 5; i++) await type('Sai-mat-khau-1');
    expect(browser.words()).toMatch(/phải chờ một lúc.*sau 1 phút.*Không muốn chờ\?/u);
    await type(PASSWORD);
    expect(browser.at?.status).toBe(429);
    await browser.submit('/nhan-ma');
    expect(browser.words()).toContain('Nếu tên đăng nhập đúng, mã xác thực đã được gửi');
    expect(browser.words()).not.toContain('091');
    const first = await browser.codeFor(AN.phone);
    await browser.submit('/ma', { otp: otherThan(first) });
    expect(browser.words()).toMatch(/Mã OTP không đúng.*còn 4 lần thử/u);
    await browser.submit('/ma', { otp: first });
    expect(browser.words()).toContain('Mã OTP đúng. Bạn có thể nhập');
    await type(PASSWORD);
    await browser.submit('/otp', { otp: await browser.codeFor(AN.phone) });
    expect(browser.json()).toMatchObject({ name: 'Nguyễn Văn An' });
  });

  it('counts a stranger’s tries by the /64 of their address, and never against the owner', async () => {
    const strangers = Array.from({ length: 8 }, () => stage.visitor());
    const post = async (address: string, password: string) => {
      const stranger = strangers.pop()!;
      await stranger.toPassword('portal');
      const { url, html } = stranger.at!;
      const token = /name="_csrf" value="([^"]+)"/u.exec(html)?.[1] ?? '';
      const answer = await stage.sites.apps.account.inject({
        method: 'POST',
        url: url.pathname,
        remoteAddress: address,
        cookies: Object.fromEntries(stranger.cookiesFor(url).map(({ name, value }) => [name, value])),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({
          _csrf: token,
          'ten-dang-nhap': AN.username,
          'mat-khau': password,
        }).toString(),
      });
      return answer.statusCode;
    };
    for (let i = 0; i < 5; i++) expect(await post(`2001:db8:1:2:${i}::${i + 1}`, 'Sai-mat-khau-1')).toBe(422);
    expect(await post('2001:db8:1:2:ffff::1', PASSWORD)).toBe(429);
    expect(await post('2001:db8:1:3::1', PASSWORD)).toBe(303);
  });

  it('keeps two tabs apart', async () => {
    const atProvider = (url: URL) => url.pathname === '/oidc/auth';
    const tab = (n: number) =>
      browser.open(`${stage.sites.urls.portal}/dang-nhap/di?ve=/ai?tab=${n}`, {}, atProvider);
    const first = await tab(1);
    const second = await tab(2);
    await browser.open(first.url);
    await browser.follow('Tài khoản cấp bởi');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    await browser.submit('/otp', { otp: await browser.codeFor(AN.phone) });
    expect(browser.at?.url.search).toBe('?tab=1');
    await browser.open(second.url);
    expect(browser.at?.url.search).toBe('?tab=2');
  });
});

describe('the way out', () => {
  async function leave(site: 'portal' | 'desk') {
    await browser.open(`${stage.sites.urls[site]}/ai`);
    const body = new URLSearchParams({ _csrf: browser.json().csrf });
    return browser.open(`${stage.sites.urls[site]}/dang-xuat`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  it('ends the session here and at the account service, without a second question', async () => {
    await browser.signIn('portal', AN);
    await leave('portal');
    expect(browser.at?.url.href).toBe(`${stage.sites.urls.portal}/`);
    await browser.open(`${stage.sites.urls.portal}/ai`);
    expect(browser.at?.url.pathname).toBe('/dang-nhap');
    await browser.open(`${stage.sites.urls.portal}/dang-nhap/di`);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
  });

  it('leads home when the account service knows nobody any more', async () => {
    await browser.signIn('portal', AN);
    await stage.test.db.deleteFrom('identity.oidc_payload').where('model', '=', 'Session').execute();
    await leave('portal');
    expect(browser.at?.url.href).toBe(`${stage.sites.urls.portal}/`);
  });

  it('asks first when somebody else sends one there', async () => {
    await browser.signIn('portal', AN);
    await browser.open(`${stage.sites.urls.account}/oidc/session/end`);
    expect(browser.words()).toContain('Bạn muốn đăng xuất?');
    await browser.submit('/oidc/session/end/confirm', { logout: 'yes' });
    expect(browser.words()).toContain('Bạn đã đăng xuất');
  });

  it.each(['?id_token_hint=x', '/confirm'])(
    'that fails (%s) is not called a failed sign-in',
    async (what) => {
      await browser.signIn('portal', AN);
      const post = what === '/confirm' ? { method: 'POST' } : {};
      await browser.open(`${stage.sites.urls.account}/oidc/session/end${what}`, post);
      expect(browser.at?.status).toBe(400);
      expect(browser.words()).toContain('Chưa đăng xuất được');
      expect(browser.words()).not.toContain('Chưa đăng nhập được');
    },
  );

  it('needs the form’s token', async () => {
    await browser.signIn('portal', AN);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await browser.open(`${stage.sites.urls.portal}/dang-xuat`, {
      method: 'POST',
      body: '_csrf=x',
      headers: form,
    });
    expect(browser.at?.status).toBe(403);
    await browser.open(`${stage.sites.urls.portal}/ai`);
    expect(browser.json()).toMatchObject({ name: 'Nguyễn Văn An' });
  });
});

describe('the desk', () => {
  it('lets an official in with a name, a password and a code', async () => {
    await browser.toPassword('desk');
    expect(browser.words()).toContain('Đăng nhập cán bộ');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': BINH.username, 'mat-khau': PASSWORD });
    await browser.submit('/otp', { otp: await browser.codeFor(BINH.phone) });
    expect(browser.json()).toMatchObject({ name: 'Trần Thị Bình', kind: 'official' });
  });

  it('refuses a citizen with a page that says where to go', async () => {
    await browser.toPassword('desk');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    expect(browser.at?.status).toBe(403);
    expect(browser.words()).toContain('Bàn một cửa chỉ dành cho cán bộ');
    expect(browser.words()).toContain('Về Cổng dịch vụ công');
  });

  it('asks a citizen who is signed in at the portal all the same, even when the wish to be asked is cut out', async () => {
    await browser.signIn('portal', AN);
    const leave = await browser.open(
      `${stage.sites.urls.desk}/dang-nhap/di`,
      {},
      (url) => url.pathname === '/oidc/auth',
    );
    leave.url.searchParams.delete('prompt');
    await browser.open(leave.url);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\/.*\/mat-khau$/u);
    expect(browser.words()).toContain('Đăng nhập cán bộ');
  });

  it('asks an official each time', async () => {
    await browser.signIn('desk', BINH);
    const leave = await browser.open(
      `${stage.sites.urls.desk}/dang-nhap/di`,
      {},
      (url) => url.pathname === '/oidc/auth',
    );
    leave.url.searchParams.delete('prompt');
    await browser.open(leave.url);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
  });

  it('does not let an official’s session into the portal, and lets another account follow in the same browser', async () => {
    await browser.signIn('desk', BINH);
    await browser.open(`${stage.sites.urls.portal}/dang-nhap/di`);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
    stage.sites.clock.set(stage.sites.clock.now().add({ seconds: 61 }).toString());
    await browser.signIn('portal', AN);
    expect(browser.json()).toMatchObject({ name: 'Nguyễn Văn An', kind: 'citizen' });
  });

  it('refuses an official at the portal with a way on', async () => {
    await browser.toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': BINH.username, 'mat-khau': PASSWORD });
    expect(browser.at?.status).toBe(403);
    expect(browser.words()).toContain('tài khoản cán bộ');
  });
});
