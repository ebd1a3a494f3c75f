// What the check of a result says.

export const vi = {
  title: 'Kiểm tra văn bản kết quả',
  lead: 'Nhập mã hồ sơ và mã kiểm tra in cạnh mã QR trên văn bản. Trang này cho biết văn bản có đúng do cơ quan ban hành và còn hiệu lực hay không.',
  number: 'Mã hồ sơ',
  code: 'Mã kiểm tra',
  check: 'Kiểm tra',
  missing: 'Bạn phải nhập cả mã hồ sơ và mã kiểm tra.',
  notFound:
    'Không có văn bản nào khớp với hai mã này. Hãy xem lại từng ký tự; nếu vẫn không khớp, văn bản có thể không do hệ thống này ban hành.',
  found: 'Văn bản do cơ quan ban hành',
  replaced: 'Văn bản này đã được thay thế bằng văn bản khác.',
  compare:
    'So từng dòng dưới đây với văn bản bạn đang cầm. Chỉ cần một dòng khác thì văn bản đó đã bị sửa. Những phần không có ở đây thì phải xem bản gốc. Họ tên và ngày sinh chỉ hiện một phần để giữ kín.',
  noSignature:
    'Văn bản chưa có chữ ký số PKI. Trang này đối chiếu với bản lưu của hệ thống, không thay cho việc kiểm tra chữ ký số.',
  howTo: 'Kiểm tra tệp PDF còn nguyên vẹn',
  howToBody:
    'Tính mã băm SHA-256 của tệp bạn có rồi so với dãy dưới đây; chỉ cần khác một ký tự là tệp đã bị thay đổi. Trên Windows: certutil -hashfile ten-tep.pdf SHA256. Trên Linux: sha256sum ten-tep.pdf.',
  panel: (title: string, number: string) => `${title} số ${number}`,
  rows: {
    title: 'Văn bản',
    number: 'Số',
    dossier: 'Mã hồ sơ',
    agency: 'Cơ quan ban hành',
    signer: 'Người ký',
    signedAt: 'Ký lúc',
    hash: 'SHA-256 của tệp',
  },
};
