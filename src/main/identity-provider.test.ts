// The provider before a client that knows the protocol: claims, and every refusal it owes.
import * as oidc from 'openid-client';
import { beforeEach, describe, expect, it } from 'vitest';
import { PlainBrowser, wordsOf } from '../../tests/support/plain-browser.ts';
import { AN, PASSWORD, stageOfFile, type Visitor } from '../../tests/support/visitor.ts';

const stage = stageOfFile();
let browser: Visitor;
beforeEach(() => {
  browser = stage.visitor();
});

describe('the provider', () => {
  const configured = (id = 'portal', secret = stage.secrets.portalClient) =>
    oidc.discovery(
      new URL(`${stage.sites.urls.account}/oidc`),
      id,
      undefined,
      oidc.ClientSecretBasic(secret),
      {
        execute: [oidc.allowInsecureRequests],
      },
    );
  const redirectUri = () => `${stage.sites.urls.portal}/dang-nhap/xong`;

  async function trip(extra: Record<string, string> = {}, drop: string[] = []) {
    const verifier = oidc.randomPKCECodeVerifier();
    const parameters: Record<string, string> = {
      redirect_uri: redirectUri(),
      scope: 'openid',
      state: oidc.randomState(),
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...extra,
    };
    for (const name of drop) delete parameters[name];
    return {
      verifier,
      state: parameters.state ?? '',
      url: oidc.buildAuthorizationUrl(await configured(), parameters),
    };
  }
  async function codeAfter(url: URL): Promise<URL> {
    const at = (address: URL) => address.pathname === '/dang-nhap/xong';
    await browser.open(url, {}, at);
    await browser.follow('Tài khoản cấp bởi');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    return (await browser.submit('/otp', { otp: await browser.codeFor(AN.phone) }, at)).url;
  }

  it('gives the claims under the national names, with the level reached', async () => {
    const { verifier, state, url } = await trip({ acr_values: 'LoA1' });
    const tokens = await oidc.authorizationCodeGrant(await configured(), await codeAfter(url), {
      pkceCodeVerifier: verifier,
      expectedState: state,
    });
    const claims = tokens.claims();
    expect(claims).toMatchObject({ acr: 'LoA1', amr: ['pwd', 'otp'], aud: 'portal' });
    expect(JSON.stringify(claims)).not.toMatch(/024090001234|Nguyễn|912345678/u);
    const info = await oidc.fetchUserInfo(await configured(), tokens.access_token, claims?.sub ?? '');
    expect(info).toMatchObject({
      HoVaTen: 'Nguyễn Văn An',
      SoDinhDanh: '024090001234',
      LoaiTaiKhoan: '1',
      NgayThangNamSinh: '19900315',
      SoDienThoai: '0912345678',
      loAs: 'LoA1',
    });
  });

  it('refuses a code with another verifier', async () => {
    const { state, url } = await trip();
    const back = await codeAfter(url);
    await expect(
      oidc.authorizationCodeGrant(await configured(), back, {
        pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
        expectedState: state,
      }),
    ).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('refuses a code of the portal when the desk brings it', async () => {
    const { verifier, state, url } = await trip();
    const back = await codeAfter(url);
    await expect(
      oidc.authorizationCodeGrant(await configured('desk', stage.secrets.deskClient), back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
      }),
    ).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('refuses a wrong client secret', async () => {
    const { verifier, state, url } = await trip();
    const back = await codeAfter(url);
    await expect(
      oidc.authorizationCodeGrant(await configured('portal', 'wrong'), back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
      }),
    ).rejects.toMatchObject({ status: 401 });
  });

  it('consumes a code once, even when two have found it unused', async () => {
    const { AuthorizationCode, Client } = stage.sites.provider;
    const client = await Client.find('portal');
    if (!client) throw new Error('no client');
    const fresh = { client, accountId: 'someone', grantId: 'g', gty: 'authorization_code', scope: 'openid' };
    const value = await new AuthorizationCode(fresh).save();
    const [one, two] = await Promise.all([AuthorizationCode.find(value), AuthorizationCode.find(value)]);
    await one?.consume();
    await expect(two?.consume()).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('lets one of two win that bring one code at the same moment', async () => {
    const { verifier, state, url } = await trip();
    const back = await codeAfter(url);
    const configuration = await configured();
    const both = await Promise.allSettled(
      [1, 2].map(() =>
        oidc.authorizationCodeGrant(configuration, back, {
          pkceCodeVerifier: verifier,
          expectedState: state,
        }),
      ),
    );
    expect(both.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  for (const [what, extra, drop] of [
    ['without PKCE', {}, ['code_challenge', 'code_challenge_method']],
    ['with the plain PKCE method', { code_challenge_method: 'plain' }, []],
    ['for a token straight away', { response_type: 'id_token', nonce: 'n' }, []],
  ] as const) {
    it(`refuses a request ${what}`, async () => {
      const { url } = await trip(extra, [...drop]);
      await browser.open(url, {}, (address) => address.pathname === '/dang-nhap/xong');
      const told =
        browser.at?.url.searchParams.get('error') ??
        new URLSearchParams(browser.at?.url.hash.slice(1)).get('error');
      expect(told ?? String(browser.at?.status)).toMatch(
        /invalid_request|unsupported_response_type|unauthorized_client|400/u,
      );
      expect(browser.at?.url.pathname).not.toMatch(/tuong-tac/u);
    });
  }

  it('does not go to an address that is not registered, and says so in plain words', async () => {
    const { url } = await trip({ redirect_uri: 'http://127.0.0.1:1/evil' });
    await browser.open(url);
    expect(browser.at?.status).toBe(400);
    expect(browser.words()).toContain('Địa chỉ quay về không đúng');
    expect(browser.at?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(browser.at?.html).not.toContain('evil');
  });

  it('refuses a level it does not reach with a page, instead of pretending', async () => {
    const { url } = await trip({ acr_values: 'LoA3' });
    await browser.open(url);
    expect(browser.at?.status).toBe(403);
    expect(browser.words()).toContain('Cần mức xác thực cao hơn');
  });

  it('asks who somebody is though an address brings a NUL, and knows no code that holds one', async () => {
    for (const name of ['login_hint', 'ui_locales']) {
      const { url } = await trip({ [name]: 'a\0b' });
      expect(url.search).toContain('%00');
      await browser.open(url);
      expect([name, browser.at?.status, browser.at?.url.pathname.split('/')[1]]).toEqual([
        name,
        200,
        'tuong-tac',
      ]);
    }
    const basic = Buffer.from(`portal:${stage.secrets.portalClient}`).toString('base64');
    const token = await fetch(`${stage.sites.urls.account}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: 'a\0b',
        redirect_uri: redirectUri(),
      }),
    });
    expect([token.status, ((await token.json()) as { error: string }).error]).toEqual([400, 'invalid_grant']);
  });

  it('lets only the browser that began a sign-in go on with it', async () => {
    await browser.toPassword('portal');
    const stranger = new PlainBrowser();
    await stranger.open(browser.at?.url ?? '');
    expect(stranger.at?.status).toBe(410);
    expect(wordsOf(stranger.at?.html ?? '')).toContain('Đăng nhập lại');
  });

  it('does not let a closed account keep its session', async () => {
    await browser.signIn('portal', AN);
    await stage.test.db.deleteFrom('platform.session').execute();
    await stage.test.db
      .updateTable('identity.account')
      .set({ state: 'closed' })
      .where('username', '=', AN.username)
      .execute();
    await browser.open(`${stage.sites.urls.portal}/dang-nhap/di?ve=/ai`);
    await stage.test.db
      .updateTable('identity.account')
      .set({ state: 'active' })
      .where('username', '=', AN.username)
      .execute();
    expect(browser.at?.url.pathname).not.toBe('/ai');
  });
});
