// The few pages the protocol engine must show by itself, in our own look.
import { Button, Page, renderPage } from '../../ui/index.ts';

const FRAME = { site: 'account', lang: 'vi' } as const;

const REASONS: Record<string, string> = {
  invalid_client: 'Trang gửi bạn đến đây chưa được đăng ký với dịch vụ tài khoản.',
  invalid_redirect_uri: 'Địa chỉ quay về không đúng với địa chỉ đã đăng ký.',
  session_not_found: 'Lần đăng nhập này đã quá lâu hoặc đã được dùng rồi.',
};

/** The engine refused a request: what it means and the way on; the technical code is small and last. */
export function protocolErrorPage({ code, portal }: { code: string; portal: string }): string {
  const title = 'Chưa đăng nhập được';
  return renderPage(
    <Page {...FRAME} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{REASONS[code] ?? 'Yêu cầu đăng nhập không đầy đủ hoặc đã hết hạn.'}</p>
      <p class="govuk-body">Chưa có gì thay đổi. Hãy quay lại trang bạn đang dùng và đăng nhập lại từ đầu.</p>
      <Button href={`${portal}/dang-nhap`}>Đăng nhập lại</Button>
      <p class="govuk-body-s mc-muted">Mã: {code}</p>
    </Page>,
  );
}

/** Asked only when the wish to leave came without proof of who wishes it. */
export function confirmSignOutPage({ action, xsrf }: { action: string; xsrf: string }): string {
  const title = 'Bạn muốn đăng xuất?';
  return renderPage(
    <Page {...FRAME} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Sau khi đăng xuất, lần đăng nhập tới sẽ hỏi lại mật khẩu và mã OTP.</p>
      <form method="post" action={action}>
        <input type="hidden" name="xsrf" value={xsrf} />
        <div class="govuk-button-group">
          <Button name="logout" value="yes">
            Đăng xuất
          </Button>
          <Button kind="secondary">Ở lại</Button>
        </div>
      </form>
    </Page>,
  );
}

export function signedOutPage(): string {
  const title = 'Bạn đã đăng xuất';
  return renderPage(
    <Page {...FRAME} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Nếu đang dùng máy chung, hãy đóng trình duyệt.</p>
    </Page>,
  );
}
