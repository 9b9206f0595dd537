import type { Mau2Record } from '#core/forms/mau-2.ts'
import { upperVi } from '#core/text.ts'
import {
  centred,
  cornerMark,
  nationalHeading,
  paragraph,
  placeAndDay,
  type StyledText,
  signatures,
} from './blocks.ts'
import { type Field, fieldRow, label } from './fields.ts'
import type { Piece } from './lines.ts'
import { marksOf, mm, type Paper, startSheet, tw } from './paper.ts'
import { birthWords, sexWords } from './words.ts'

const style = { size: 13, lead: 20 }

/** Mẫu số 2 of NĐ 188/2025/NĐ-CP, as carried in QĐ 366/QĐ-BHXH. */
export function drawMau2Nd188(paper: Paper, record: Mau2Record): void {
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: tw(1134), right: tw(1134), bottom: tw(1134), left: tw(1418) },
    ...marksOf(record),
    continued: `Mẫu số 2 – ${record.name ?? ''}`,
  })
  drawHead(paper, record)
  drawFirstTime(paper, record)
  drawChange(paper, record)
  signatures(paper, [
    { share: 4562, texts: [] },
    { share: 4793, texts: signer(record) },
  ])
  drawNote(paper)
}

function drawHead(paper: Paper, record: Mau2Record): void {
  cornerMark(paper, [{ text: 'Mẫu số 2', font: 'bold', size: 14 }], mm(30), mm(11))
  const centre = (paper.area.left + paper.area.right) / 2
  nationalHeading(paper, centre, { first: 14, second: 14 })
  paper.y += 14
  const number = record.insuranceNumber ?? '......................'
  centred(paper, [
    { text: 'TỜ KHAI', font: 'bold', size: 14, type: 'H1' },
    { text: 'THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM Y TẾ', font: 'bold', size: 14 },
    { text: `Mã số bảo hiểm y tế: ${number}`, font: 'bold', size: 14, after: 8 },
  ])
}

function heading(paper: Paper, text: string): void {
  paragraph(paper, [{ text, font: 'bold' }], { ...style, type: 'H2' })
}

function drawFirstTime(paper: Paper, record: Mau2Record): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  heading(paper, 'I. Đăng ký tham gia bảo hiểm y tế lần đầu')
  row(
    {
      label: label('[01]. Họ và tên ', '(viết chữ in hoa)', ':'),
      value: record.name && upperVi(record.name),
      share: 70,
    },
    { label: '[02]. Giới tính:', value: sexWords(record.sex)?.toLowerCase() ?? null, share: 30 },
  )
  row(
    {
      label: '[03]. Ngày, tháng, năm sinh:',
      value: birthWords(record.birth),
      blank: '......./......./..........',
      share: 58,
    },
    { label: '[04]. Dân tộc:', value: record.ethnicity, share: 42 },
  )
  row(
    { label: '[05]. Quốc tịch:', value: record.nationality, share: 40 },
    { label: '[06]. Số CCCD/ĐDCN/Hộ chiếu:', value: record.personalNumber, share: 60 },
  )
  row(
    { label: '[07]. Điện thoại:', value: record.phone, share: 40 },
    { label: '[08]. Email (nếu có):', value: record.email, share: 60 },
  )
  row({ label: '[09]. Nơi đăng ký khám, chữa bệnh ban đầu:', value: record.careFacility })
  drawDelivery(paper, record)
}

function drawDelivery(paper: Paper, { delivery, address }: Mau2Record): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  row({ label: '[10]. Đăng ký nhận kết quả giải quyết thủ tục hành chính:' })
  row({
    label: [
      {
        text: '[10.1]. Nhận thẻ bảo hiểm y tế bản điện tử: - VssID ',
        font: 'regular',
      },
      { tick: delivery === 'vssid' },
      { space: 24 },
      { text: '- Email ', font: 'regular' },
      { tick: delivery === 'email' },
    ],
  })
  row({
    label: [
      { text: '[10.2]. Nhận thẻ bảo hiểm y tế bản giấy, địa chỉ: ', font: 'regular' },
      { tick: delivery === 'paper' },
    ],
  })
  row({ label: '[10.2a]. Số nhà, đường/phố, thôn/xóm:', value: address.street })
  row(
    { label: '[10.2b]. Xã, phường, đặc khu:', value: address.commune, share: 54 },
    { label: '[10.2c]. Tỉnh, thành phố:', value: address.province, share: 46 },
  )
}

function drawChange(paper: Paper, record: Mau2Record): void {
  heading(paper, 'II. Điều chỉnh thông tin ghi trên thẻ bảo hiểm y tế')
  const row = (field: Field) => fieldRow(paper, [field], style)
  row({ label: '[11]. Nội dung đề nghị điều chỉnh:', value: record.request, lines: 2 })
  row({ label: '[12]. Hồ sơ kèm theo (nếu có):', value: record.attachments, lines: 2 })
  paper.y += 6
}

function signer(record: Mau2Record): StyledText[] {
  return [
    { text: placeAndDay(record.signedPlace, record.signedOn), font: 'italic', size: 13 },
    { text: 'NGƯỜI KÊ KHAI', font: 'bold', size: 13 },
    { text: '(Ký, ghi rõ họ, tên)', font: 'italic', size: 12 },
  ]
}

const notes = [
  '- Người tham gia tra cứu mã số bảo hiểm y tế tại địa chỉ: https://baohiemxahoi.gov.vn',
  '- Trường hợp triển khai tờ khai điện tử:',
  '+ Các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về dân cư, Cơ sở dữ liệu Quốc gia về cư trú, Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. Cá nhân chỉ điền thông tin chưa có trong cơ sở dữ liệu.',
  '+ Trường hợp người kê khai sử dụng Tài khoản định danh điện tử (VneID) mức độ 2 để đăng nhập vào Cổng dịch vụ công Quốc gia để giải quyết các thủ tục trên môi trường điện tử thì không phải ký tên vào tờ khai.',
]

function drawNote(paper: Paper): void {
  const heading: Piece[] = [{ text: 'Ghi chú:', font: 'boldItalic' }]
  paragraph(paper, heading, { size: 9 })
  for (const text of notes) paragraph(paper, [{ text, font: 'italic' }], { size: 9 })
}
