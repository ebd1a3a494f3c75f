// Whole pages as people meet them, made of the same pieces: to judge spacing and weight, not to serve.
import type { JSX } from 'preact';
import { Button, Input, Panel, Radios, SummaryList } from '../components/index.ts';
import { BugPage, NotFoundPage, RateLimitedPage, UnavailablePage } from '../layout/error-pages.tsx';
import { Page } from '../layout/page.tsx';
import type { Shell } from '../layout/shell.ts';
import {
  ConfirmationCode,
  CsrfField,
  DeskTable,
  DossierCard,
  Form,
  KeyHelp,
  PrintButton,
  QueueAndPane,
  ReceiptSlip,
  SearchBox,
  StateTag,
  StepIndicator,
  Timeline,
} from '../pieces/index.ts';
import { RECEIPT, STEPS } from './examples.tsx';

const nav = [
  { href: '/thu-tuc', say: 'Thủ tục' },
  { href: '/ho-so', say: 'Hồ sơ của tôi' },
  { href: '/tra-cuu', say: 'Tra cứu' },
];

const citizen: Shell = {
  site: 'portal',
  lang: 'vi',
  actor: { name: 'Nguyễn Văn An' },
  csrf: 't',
  path: '/',
  nav,
};

const official: Shell = {
  site: 'desk',
  lang: 'vi',
  actor: { name: 'Trần Thị Bình', role: 'Bộ phận một cửa xã Hiệp Hòa' },
  csrf: 't',
  path: '/',
  nav: [
    { href: '/hang-doi', say: 'Hàng đợi', current: true },
    { href: '/tiep-nhan', say: 'Tiếp nhận tại quầy' },
    { href: '/bao-cao', say: 'Báo cáo' },
  ],
};

function Home() {
  return (
    <Page {...citizen} actor={undefined} title="Trang chủ">
      <h1 class="govuk-heading-xl">Làm thủ tục hành chính từ nhà</h1>
      <p class="govuk-body-l">Tìm thủ tục, nộp hồ sơ, trả lệ phí và nhận kết quả mà không phải đi lại.</p>
      <SearchBox action="/thu-tuc" hint="Ví dụ: khai sinh, chứng thực bản sao, hộ kinh doanh" large />
      <h2 class="govuk-heading-m">Hay dùng</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/thu-tuc/1.001193">
            Đăng ký khai sinh
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/thu-tuc/2.000815">
            Chứng thực bản sao từ bản chính
          </a>
        </li>
      </ul>
    </Page>
  );
}

function Question() {
  return (
    <Page
      {...citizen}
      title="Con của bạn sinh ở đâu?"
      width="form"
      backLink="/truoc"
      errors={[{ say: 'Hãy chọn nơi sinh của con.', href: '#noi-sinh' }]}
    >
      <StepIndicator steps={STEPS} current={2} />
      <Form method="post">
        <CsrfField token="t" />
        <Radios
          legend={{ say: 'Con của bạn sinh ở đâu?', classes: 'govuk-fieldset__legend--l', heading: true }}
          name="noi-sinh"
          hint="Xem trên giấy chứng sinh."
          error="Hãy chọn nơi sinh của con."
          items={[
            {
              value: 'co-so',
              say: 'Tại cơ sở y tế',
              reveal: <Input label="Tên cơ sở y tế" name="ten-co-so" />,
            },
            { value: 'nha', say: 'Tại nhà' },
            { value: 'khac', say: 'Nơi khác' },
          ]}
        />
        <Button>Lưu và tiếp tục</Button>
      </Form>
    </Page>
  );
}

function Review() {
  const change = (hidden: string) => [{ href: '#sua', say: 'Sửa', hidden }];
  return (
    <Page {...citizen} title="Xem lại và nộp hồ sơ" width="form" backLink="/truoc">
      <StepIndicator steps={STEPS} current={6} />
      <h1 class="govuk-heading-l">Xem lại và nộp hồ sơ</h1>
      <SummaryList
        card={{ title: 'Con' }}
        rows={[
          { key: 'Họ, chữ đệm, tên', value: 'Nguyễn Thị Em', actions: change('tên con') },
          { key: 'Ngày sinh', value: '15/05/2023', actions: change('ngày sinh') },
          {
            key: 'Nơi sinh',
            value: 'Trung tâm Y tế huyện Hiệp Hòa, xã Lương Phong, tỉnh Bắc Giang',
            actions: change('nơi sinh'),
          },
        ]}
      />
      <Form method="post">
        <ConfirmationCode code="482917" name="ma" />
        <Button preventDoubleClick>Nộp hồ sơ</Button>
      </Form>
    </Page>
  );
}

function Done() {
  return (
    <Page {...citizen} title="Đã nộp hồ sơ" width="form">
      <Panel title="Đã nộp hồ sơ">
        Mã yêu cầu
        <br />
        <strong class="mc-number">H03.111-261123-0042</strong>
      </Panel>
      <h2 class="govuk-heading-m">Việc tiếp theo</h2>
      <p class="govuk-body">Bộ phận một cửa xem hồ sơ trong 8 giờ làm việc và nhắn tin đến số 082****088.</p>
      <Button href="/ho-so">Theo dõi hồ sơ</Button>
    </Page>
  );
}

function Track() {
  return (
    <Page {...citizen} title="Hồ sơ của tôi">
      <h1 class="govuk-heading-l">Hồ sơ của tôi</h1>
      <DossierCard
        name="Đăng ký khai sinh"
        code={{ number: 'H03.111-261123-0042', requestCode: 'YC-C567X-7PPXS' }}
        href="/ho-so/1"
        state={5}
        due="09:00 ngày 27/11/2026"
        why={<p>Tiếp nhận lúc 09:00 ngày 24/11/2026, cộng 3 ngày làm việc, không tính thứ bảy, chủ nhật.</p>}
        holder="Bạn"
        next="Bạn bổ sung giấy chứng sinh, sau đó thời hạn tiếp tục tính."
        action={{ href: '/ho-so/1/bo-sung', say: 'Bổ sung giấy tờ' }}
      />
      <DossierCard
        name="Chứng thực bản sao từ bản chính giấy tờ, văn bản"
        code={{ number: 'H03.111-261118-0007', requestCode: 'YC-7PPXS-C567X' }}
        href="/ho-so/2"
        state={10}
        next="Không còn việc gì. Kết quả đã trả ngày 19/11/2026."
      />
      <h2 class="govuk-heading-m">Quá trình</h2>
      <Timeline
        items={[
          { title: 'Yêu cầu bổ sung giấy tờ', at: '10:15 ngày 25/11/2026', by: 'Bộ phận một cửa' },
          { title: 'Được tiếp nhận', at: '09:00 ngày 24/11/2026', by: 'Bộ phận một cửa' },
          { title: 'Đã nộp', at: '20:41 ngày 23/11/2026' },
        ]}
      />
    </Page>
  );
}

function Desk({ open }: { open: boolean }) {
  const people = ['Nguyễn Văn An', 'Trần Thị Bình', 'Phạm Văn Dũng', 'Hoàng Thị Em', 'Lê Thị Chi'];
  const procedures = ['Đăng ký khai sinh', 'Chứng thực bản sao', 'Thành lập hộ kinh doanh'];
  const states = [1, 2, 4, 5, 1, 9] as const;
  const rows = Array.from({ length: 14 }, (_, i) => ({
    id: String(i),
    href: `/ho-so/${i}`,
    current: open && i === 2,
    late: i === 0,
    cells: [
      `2${5 + Math.floor(i / 5)}/11 ${8 + (i % 4)}:30`,
      `H03.111-2611${20 + (i % 4)}-00${10 + i}`,
      people[i % people.length] ?? '',
      procedures[i % procedures.length] ?? '',
      <StateTag key="s" state={states[i % states.length] ?? 1} />,
      i % 3 === 0 ? 'Chi' : 'Bình',
    ],
  }));
  const list = (
    <>
      <KeyHelp />
      <DeskTable
        caption="14 hồ sơ đang chờ"
        columns={[
          { say: 'Hẹn trả' },
          { say: 'Mã hồ sơ' },
          { say: 'Người nộp' },
          { say: 'Thủ tục' },
          { say: 'Trạng thái' },
          { say: 'Đang giữ' },
        ]}
        rows={rows}
      />
    </>
  );
  const pane = (
    <>
      <h2 class="govuk-heading-m">Thành lập hộ kinh doanh</h2>
      <p>
        <StateTag state={4} />
      </p>
      <SummaryList
        rows={[
          { key: 'Người nộp', value: 'Phạm Văn Dũng' },
          { key: 'Hẹn trả', value: '10:30 ngày 25/11/2026' },
          { key: 'Giấy tờ', value: '3 tệp, đã kiểm tra' },
        ]}
      />
      <div class="govuk-button-group">
        <Button>Tiếp nhận</Button>
        <Button kind="secondary">Yêu cầu bổ sung</Button>
        <Button kind="warning">Từ chối</Button>
      </div>
    </>
  );
  return (
    <Page {...official} title="Hàng đợi" width="wide">
      <h1 class="govuk-heading-l">Hàng đợi</h1>
      <QueueAndPane list={list} pane={open ? pane : undefined} listHref="/hang-doi" />
    </Page>
  );
}

function Receipt() {
  return (
    <Page {...official} title="Phiếu thu" width="form">
      <ReceiptSlip
        receipt={RECEIPT}
        desk="Trung tâm Phục vụ hành chính công xã Hiệp Hòa"
        agency="UBND xã Hiệp Hòa"
        address="Thôn Trung tâm, xã Hiệp Hòa, tỉnh Bắc Ninh"
        procedure="Chứng thực bản sao từ bản chính giấy tờ, văn bản"
        dossier="H05.001-261123-00017"
        requestCode="YC-C567X-7PPXS"
        before={0}
        lines={[
          {
            name: 'Phí chứng thực bản sao từ bản chính: Bằng tốt nghiệp (5 trang)',
            amount: 15_000,
            basis: 'Thông tư 226/2016/TT-BTC',
          },
        ]}
      />
      <PrintButton />
    </Page>
  );
}

/** Scenes by name. */
export const SCENES: Readonly<Record<string, () => JSX.Element>> = {
  home: Home,
  question: Question,
  review: Review,
  done: Done,
  track: Track,
  desk: () => <Desk open={false} />,
  'desk-open': () => <Desk open />,
  receipt: Receipt,
  'not-found': () => <NotFoundPage shell={citizen} />,
  bug: () => <BugPage shell={citizen} code="7F3K-22QD" />,
  'rate-limited': () => <RateLimitedPage shell={citizen} seconds={125} />,
  unavailable: () => <UnavailablePage shell={citizen} until="09:00 ngày 27/11/2026" />,
};
