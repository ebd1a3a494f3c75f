// One example of each component and piece, in the words of real pages: looked at by people and by axe.
import type { JSX } from 'preact';
import {
  Breadcrumbs,
  Button,
  Checkboxes,
  DateInput,
  Details,
  Fieldset,
  FileUpload,
  Input,
  InsetText,
  NotificationBanner,
  Pagination,
  Panel,
  PasswordInput,
  Radios,
  Select,
  SummaryList,
  Table,
  Tag,
  TaskList,
  Textarea,
  WarningText,
} from '../components/index.ts';
import {
  ConfirmationCode,
  Countdown,
  DeskTable,
  DossierCard,
  EmptyState,
  KeyHelp,
  LateTag,
  MoodTag,
  OneTimeCode,
  Qr,
  ReceiptList,
  SearchBox,
  type StateCode,
  StateTag,
  StepIndicator,
  Timeline,
} from '../pieces/index.ts';

export interface Example {
  name: string;
  show: JSX.Element;
}

const STATES: readonly StateCode[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export const STEPS = ['Cơ quan', 'Tờ khai', 'Giấy tờ', 'Xem lại', 'Nhận kết quả', 'Nộp'] as const;

export const RECEIPT = {
  id: 'r1',
  amount: 15_000,
  at: Temporal.Instant.from('2026-11-23T02:15:00Z'),
  slip: { number: 'PT-H05.001-2026-00017', payer: 'Nguyễn Văn An', taker: { name: 'Trần Thị Bình' } },
};

const SAMPLE_QR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" shape-rendering="crispEdges"><path d="M0 0h3v3H0zM5 0h3v3H5zM0 5h3v3H0zM4 4h1v1H4zM6 6h2v1H6z"/></svg>';

const controls: Example[] = [
  {
    name: 'Ô nhập',
    show: (
      <Input
        label="Họ và tên"
        name="ho-ten"
        hint="Viết đúng như trên căn cước công dân."
        value="Nguyễn Văn An"
        autocomplete="name"
      />
    ),
  },
  {
    name: 'Ô nhập có lỗi',
    show: (
      <Input
        label="Số CMT/CCCD"
        name="cccd"
        inputmode="numeric"
        classes="govuk-input--width-20"
        error="Bạn phải nhập cmt/cccd."
      />
    ),
  },
  {
    name: 'Ô nhập có đơn vị',
    show: (
      <Input
        label="Vốn kinh doanh"
        name="von"
        suffix="đ"
        inputmode="numeric"
        classes="govuk-input--width-10"
      />
    ),
  },
  { name: 'Đoạn văn', show: <Textarea label="Lý do" name="ly-do" hint="Nêu rõ căn cứ." rows={3} /> },
  {
    name: 'Danh sách chọn',
    show: (
      <Select
        label="Dân tộc"
        name="dan-toc"
        value="01"
        items={[
          { value: '', text: 'Chọn dân tộc' },
          { value: '01', text: 'Kinh' },
          { value: '02', text: 'Tày' },
        ]}
      />
    ),
  },
  {
    name: 'Chọn một, có phần phụ thuộc',
    show: (
      <Radios
        legend={{ say: 'Bạn muốn nhận kết quả bằng cách nào?', classes: 'govuk-fieldset__legend--m' }}
        name="nhan"
        value="buu-chinh"
        items={[
          { value: 'mot-cua', say: 'Tại bộ phận một cửa', hint: 'Mang theo giấy tiếp nhận.' },
          {
            value: 'buu-chinh',
            say: 'Qua bưu chính công ích',
            reveal: <Input label="Địa chỉ nhận" name="dia-chi" autocomplete="address-line1" />,
          },
          { divider: 'hoặc' },
          { value: 'truc-tuyen', say: 'Bản điện tử' },
        ]}
      />
    ),
  },
  {
    name: 'Chọn nhiều',
    show: (
      <Checkboxes
        legend="Bạn có những giấy tờ nào?"
        name="giay-to"
        values={['cs']}
        items={[
          { value: 'cs', say: 'Giấy chứng sinh' },
          { value: 'kh', say: 'Giấy chứng nhận kết hôn' },
          { divider: 'hoặc' },
          { value: 'khong', say: 'Không có giấy tờ nào', behaviour: 'exclusive' },
        ]}
      />
    ),
  },
  {
    name: 'Ngày tháng có lỗi',
    show: (
      <DateInput
        legend="Ngày sinh"
        id="ngay-sinh"
        namePrefix="ngay-sinh"
        hint="Ví dụ: 27 3 1980. Nếu chỉ nhớ năm, để trống ngày và tháng."
        error="Ngày sinh phải là một ngày đã qua."
        values={{ 'ngay-sinh-day': '31', 'ngay-sinh-month': '2', 'ngay-sinh-year': '2031' }}
      />
    ),
  },
  {
    name: 'Nhóm câu hỏi',
    show: (
      <Fieldset legend={{ say: 'Nơi thường trú', classes: 'govuk-fieldset__legend--m' }}>
        <Input label="Số nhà, đường, thôn" name="thon" />
      </Fieldset>
    ),
  },
  {
    name: 'Tệp đính kèm',
    show: (
      <FileUpload
        label="Giấy chứng sinh"
        name="tep"
        hint="Tệp PDF, JPG hoặc PNG, không quá 5 MB. Có thể chụp bằng điện thoại."
        accept=".pdf,.jpg,.jpeg,.png"
        maxBytes={5_000_000}
      />
    ),
  },
  {
    name: 'Mật khẩu',
    show: (
      <PasswordInput
        label="Mật khẩu"
        name="mat-khau"
        autocomplete="new-password"
        classes="govuk-input--width-20"
      />
    ),
  },
  {
    name: 'Mã dùng một lần',
    show: <OneTimeCode label="Mã OTP" name="otp" hint="Mã đã gửi đến số 082****088." />,
  },
  {
    name: 'Nút',
    show: (
      <div class="govuk-button-group">
        <Button preventDoubleClick>Nộp hồ sơ</Button>
        <Button kind="secondary">Lưu và để sau</Button>
        <Button kind="warning">Rút hồ sơ</Button>
        <Button disabled>Gửi lại OTP</Button>
        <a class="govuk-link" href="#nut">
          Hủy
        </a>
      </div>
    ),
  },
  {
    name: 'Nút bắt đầu',
    show: (
      <Button href="#bat-dau" start>
        Bắt đầu
      </Button>
    ),
  },
];

const notices: Example[] = [
  { name: 'Chú thích', show: <InsetText>Trẻ sinh ra phải được đăng ký khai sinh trong 60 ngày.</InsetText> },
  {
    name: 'Cảnh báo',
    show: <WarningText>Khai sai sự thật, bạn chịu trách nhiệm trước pháp luật.</WarningText>,
  },
  {
    name: 'Gấp lại',
    show: (
      <Details summary="Vì sao hỏi điều này?" open>
        Cơ quan cần biết để tính lệ phí.
      </Details>
    ),
  },
  {
    name: 'Thông báo',
    show: <NotificationBanner say="Hệ thống bảo trì từ 22:00 ngày 27/11/2026." titleId="thong-bao" />,
  },
  {
    name: 'Thông báo xong việc',
    show: <NotificationBanner success say="Đã lưu tờ khai." titleId="xong-viec" role="region" />,
  },
  {
    name: 'Hoàn thành',
    show: (
      <Panel title="Đã nộp hồ sơ" headingLevel={3}>
        Mã yêu cầu <strong class="mc-number">H03.111-261123-0042</strong>
      </Panel>
    ),
  },
  {
    name: 'Nhãn',
    show: (
      <p>
        <Tag>Mới</Tag> <Tag classes="govuk-tag--grey">Đã khóa</Tag>
      </p>
    ),
  },
];

const lists: Example[] = [
  {
    name: 'Các câu đã trả lời',
    show: (
      <SummaryList
        rows={[
          {
            key: 'Họ và tên con',
            value: 'Nguyễn Thị Em',
            actions: [{ href: '#sua-ten', say: 'Sửa', hidden: 'họ và tên con' }],
          },
          {
            key: 'Ngày sinh',
            value: '15/05/2023',
            actions: [{ href: '#sua-ngay', say: 'Sửa', hidden: 'ngày sinh' }],
          },
        ]}
      />
    ),
  },
  {
    name: 'Bảng',
    show: (
      <Table
        caption="Lệ phí"
        captionClasses="govuk-table__caption--s"
        head={[{ say: 'Việc' }, { say: 'Mức thu', format: 'numeric' }]}
        firstCellIsHeader
        rows={[
          [{ say: 'Đăng ký khai sinh đúng hạn' }, { say: '0 đ', format: 'numeric' }],
          [{ say: 'Bản sao thêm' }, { say: '8.000 đ', format: 'numeric' }],
        ]}
      />
    ),
  },
  {
    name: 'Việc cần làm',
    show: (
      <TaskList
        items={[
          { title: 'Tờ khai', href: '#to-khai', status: 'Đã xong' },
          { title: 'Giấy tờ', href: '#giay-to', hint: 'Còn 1 giấy tờ', status: { tag: 'Chưa xong' } },
          { title: 'Nộp hồ sơ', status: { say: 'Chưa làm được', classes: 'mc-muted' } },
        ]}
      />
    ),
  },
  {
    name: 'Các trang',
    show: (
      <Pagination
        previous={{ href: '#trang-1' }}
        next={{ href: '#trang-3' }}
        items={[
          { number: 1, href: '#trang-1' },
          { number: 2, href: '#trang-2', current: true },
          { ellipsis: true },
          { number: 9, href: '#trang-9' },
        ]}
      />
    ),
  },
  {
    name: 'Đường dẫn',
    show: (
      <Breadcrumbs
        items={[
          { say: 'Trang chủ', href: '#nha' },
          { say: 'Thủ tục', href: '#thu-tuc' },
          { say: 'Khai sinh' },
        ]}
      />
    ),
  },
];

const pieces: Example[] = [
  { name: 'Các bước', show: <StepIndicator steps={STEPS} current={3} /> },
  {
    name: 'Trạng thái',
    show: (
      <p>
        {STATES.map((state) => (
          <>
            <StateTag state={state} />{' '}
          </>
        ))}
        <LateTag /> <MoodTag mood="good">Đã trả phí</MoodTag>
      </p>
    ),
  },
  {
    name: 'Hồ sơ',
    show: (
      <DossierCard
        headingLevel={3}
        name="Đăng ký khai sinh"
        code={{ number: 'H03.111-261123-0042', requestCode: 'YC-C567X-7PPXS' }}
        href="#ho-so"
        state={5}
        due="09:00 ngày 27/11/2026"
        why={<p>Tiếp nhận lúc 09:00 ngày 24/11/2026, cộng 3 ngày làm việc.</p>}
        holder="UBND xã Hiệp Hòa"
        next="Bạn bổ sung giấy chứng sinh, sau đó thời hạn tiếp tục tính."
        action={{ href: '#bo-sung', say: 'Bổ sung giấy tờ' }}
      />
    ),
  },
  {
    name: 'Quá trình',
    show: (
      <Timeline
        items={[
          {
            title: 'Yêu cầu bổ sung giấy tờ',
            at: '10:15 ngày 25/11/2026',
            by: 'Bàn một cửa',
            children: <p>Ảnh giấy chứng sinh bị mờ, hãy chụp lại.</p>,
          },
          { title: 'Được tiếp nhận', at: '09:00 ngày 24/11/2026', by: 'Bàn một cửa' },
          { title: 'Đã nộp', at: '20:41 ngày 23/11/2026' },
        ]}
      />
    ),
  },
  {
    name: 'Tiền đã nộp',
    show: <ReceiptList receipts={[{ ...RECEIPT, kind: 'cash' }]} slipsAt="#phieu-thu" />,
  },
  { name: 'Mã xác nhận', show: <ConfirmationCode code="482917" name="ma" /> },
  {
    name: 'Đếm ngược',
    show: (
      <p>
        <Countdown seconds={45} unlocks="gui-lai" />
      </p>
    ),
  },
  { name: 'Tìm kiếm', show: <SearchBox action="#tim" hint="Ví dụ: khai sinh, hộ kinh doanh" large /> },
  {
    name: 'Mã QR',
    show: (
      <Qr svg={SAMPLE_QR} label="Mã QR chuyển khoản 8.000 đ">
        Mở ứng dụng ngân hàng, chọn quét mã.
      </Qr>
    ),
  },
  {
    name: 'Danh sách trống',
    show: (
      <EmptyState say="Bạn chưa có hồ sơ nào.">
        <Button href="#thu-tuc" kind="secondary">
          Tìm thủ tục
        </Button>
      </EmptyState>
    ),
  },
  {
    name: 'Bảng ở bàn một cửa',
    show: (
      <>
        <KeyHelp />
        <DeskTable
          caption="Hồ sơ mới"
          columns={[
            { say: 'Hẹn trả' },
            { say: 'Mã hồ sơ' },
            { say: 'Người nộp' },
            { say: 'Thủ tục' },
            { say: 'Trạng thái' },
          ]}
          rows={[
            {
              id: '1',
              href: '#1',
              late: true,
              cells: [
                '25/11 09:00',
                'H03.111-261120-0012',
                'Nguyễn Văn An',
                'Khai sinh',
                <StateTag key="s" state={4} />,
              ],
            },
            {
              id: '2',
              href: '#2',
              current: true,
              cells: [
                '27/11 09:00',
                'H03.111-261123-0042',
                'Trần Thị Bình',
                'Chứng thực',
                <StateTag key="s" state={2} />,
              ],
            },
          ]}
        />
      </>
    ),
  },
];

/** Every example, grouped as people look for them. */
export const EXAMPLES: readonly { group: string; examples: readonly Example[] }[] = [
  { group: 'Câu hỏi và nút', examples: controls },
  { group: 'Thông báo', examples: notices },
  { group: 'Danh sách và bảng', examples: lists },
  { group: 'Hồ sơ', examples: pieces },
];
