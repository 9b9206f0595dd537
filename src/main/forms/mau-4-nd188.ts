import type { Mau4Member, Mau4Record } from '#core/forms/mau-4.ts'
import { centred, cornerMark, paragraph, placeAndDay, signatureRoom, signatures } from './blocks.ts'
import { type Field, fieldRow } from './fields.ts'
import type { Piece } from './lines.ts'
import { drawCollectorHead } from './list-parts.ts'
import { marksOf, mm, type Paper, startSheet, tw } from './paper.ts'
import { type Column, closeTable, openTable, tableRows } from './table.ts'
import { birthWords, countWords, moneyWords } from './words.ts'

const columns: Column[] = [
  { mark: 'A', heading: ['STT'], width: 567, align: 'center' },
  { mark: 'B', heading: ['Họ và tên'], width: 1418 },
  { mark: '1', heading: ['Mã số bảo hiểm y tế'], width: 851, align: 'center' },
  { mark: '2', heading: ['Số CCCD/ ĐDCN'], width: 992, align: 'center' },
  { mark: '3', heading: ['Ngày, tháng, năm sinh'], width: 992, align: 'center' },
  { mark: '4', heading: ['Nơi đăng ký khám bệnh, chữa bệnh ban đầu'], width: 851 },
  { mark: '5', heading: ['Tiền lương'], width: 850, align: 'right' },
  { mark: '6', heading: ['Quan hệ với chủ hộ'], width: 709, align: 'center' },
  { mark: '7', heading: ['Tỷ lệ NSNN hỗ trợ (%)'], width: 851, align: 'center' },
  { mark: '8', heading: ['Thẻ bảo hiểm y tế', 'Bản điện tử'], width: 708, align: 'center' },
  { mark: '9', heading: ['Thẻ bảo hiểm y tế', 'Bản giấy'], width: 709, align: 'center' },
  { mark: '10', heading: ['Ghi chú'], width: 709, align: 'center' },
]

// The official table is wider than the text; it reaches into both margins.
const tableWidth = tw(columns.reduce((sum, column) => sum + column.width, 0))

/** Rows of a sheet printed to be filled by hand. */
const blankRows = 8

/** Mẫu số 4 of NĐ 188/2025/NĐ-CP, as carried in QĐ 366/QĐ-BHXH. */
export function drawMau4Nd188(paper: Paper, record: Mau4Record): void {
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: tw(993), right: tw(1134), bottom: tw(851), left: tw(1701) },
    ...marksOf(record),
    continued: `Mẫu số 4 – ${record.head ?? ''}`,
  })
  cornerMark(paper, [{ text: 'Mẫu số 4', font: 'bold', size: 13 }], mm(30), mm(8))
  drawCollectorHead(paper, record, { left: 0.42, national: true })
  paper.y += 10
  centred(paper, [
    { text: 'DANH SÁCH THÀNH VIÊN HỘ GIA ĐÌNH', font: 'bold', size: 14, type: 'H1' },
    { text: 'THAM GIA BẢO HIỂM Y TẾ', font: 'bold', size: 14, after: 8 },
  ])
  drawHousehold(paper, record)
  drawMembers(paper, record)
  drawSignatures(paper, record)
  drawNote(paper)
}

function drawHousehold(paper: Paper, record: Mau4Record): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, { size: 13, lead: 20 })
  row(
    { label: 'Họ và tên chủ hộ:', value: record.head, share: 58 },
    { label: 'số điện thoại (nếu có)', value: record.phone, share: 42 },
  )
  row({ label: 'Địa chỉ: Số nhà, đường/phố, thôn/xóm:', value: record.address.street })
  row(
    { label: 'Xã, phường, đặc khu:', value: record.address.commune },
    { label: 'Tỉnh, thành phố:', value: record.address.province },
  )
  paper.y += 4
}

function drawMembers(paper: Paper, { members }: Mau4Record): void {
  const to = paper.area.right + tw(284)
  const style = { size: 9, headSize: 9, least: 20, pad: mm(0.5), from: to - tableWidth, to }
  const table = openTable(paper, columns, style)
  const rows: (Mau4Member | null)[] = members.length
    ? members
    : Array.from({ length: blankRows }, () => null)
  const cells = rows.map((member, i) => ({ cells: cellsOf(member, i + 1) }))
  tableRows(table, cells, signatureRoom + 130)
  closeTable(table)
  paper.y += 4
  const all = members.length ? String(members.length) : '.......'
  const paperCards = members.filter((member) => member.card === 'paper').length
  const onPaper = members.length ? String(paperCards) : '.....'
  const pieces: Piece[] = [
    { text: `Tổng số người đề nghị cấp thẻ bảo hiểm y tế: ${all} `, font: 'regular' },
    { text: `(Trong đó: ${onPaper} thẻ bảo hiểm y tế bản giấy)`, font: 'italic' },
  ]
  paragraph(paper, pieces, { size: 12, lead: 16, after: 6 })
}

function cellsOf(member: Mau4Member | null, number: number): (string | null)[] {
  if (!member) return [String(number)]
  return [
    String(number),
    member.name,
    member.insuranceNumber,
    member.personalNumber,
    birthWords(member.birth),
    member.careFacility,
    moneyWords(member.base),
    member.relation,
    countWords(member.supportPercent),
    member.card === 'electronic' ? 'x' : null,
    member.card === 'paper' ? 'x' : null,
    member.months === null ? null : `${member.months} tháng`,
  ]
}

function drawSignatures(paper: Paper, record: Mau4Record): void {
  const size = 12
  signatures(paper, [
    {
      share: 5246,
      texts: [
        // "Đề nghi" is how the official form writes it.
        { text: 'Đề nghi cơ quan BHXH', font: 'italic', size },
        { text: 'thanh toán thù lao theo quy định.', font: 'italic', size, after: 6 },
        { text: 'TỔ CHỨC HỖ TRỢ', font: 'bold', size: 13 },
        { text: 'PHÁT TRIỂN ĐỐI TƯỢNG', font: 'bold', size: 13 },
        { text: '(Ký, ghi rõ họ tên, đóng dấu)', font: 'italic', size },
      ],
    },
    {
      share: 5103,
      texts: [
        {
          text: 'Tôi cam đoan những nội dung kê khai là đúng và chịu trách nhiệm trước pháp luật về những nội dung đã kê khai',
          font: 'regular',
          size,
        },
        { text: placeAndDay(record.signedPlace, record.signedOn), font: 'italic', size },
        { text: 'NGƯỜI KÊ KHAI', font: 'bold', size: 13 },
        { text: '(Ký, ghi rõ họ tên)', font: 'italic', size },
      ],
    },
  ])
}

const notes = [
  '- Người tham gia tra cứu mã số bảo hiểm y tế tại địa chỉ: https://baohiemxahoi.gov.vn.',
  '- Danh sách thành viên Hộ gia đình tham gia bảo hiểm y tế phải được cập nhật đúng thông tin hộ gia đình trên Cơ sở dữ liệu Quốc gia về dân cư hoặc Cơ sở dữ liệu Quốc gia về cư trú hoặc thông tin cư trú trên tài khoản định danh điện tử (VneID).',
  '- Trường hợp triển khai tờ khai điện tử:',
  '+ Các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về dân cư, Cơ sở dữ liệu Quốc gia về cư trú, Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. Cá nhân chỉ điền thông tin chưa có trong cơ sở dữ liệu.',
  '+ Trường hợp người kê khai sử dụng tài khoản định danh điện tử (VneID) mức độ 2 để đăng nhập vào Cổng dịch vụ công Quốc gia để giải quyết các thủ tục trên môi trường điện tử thì không phải ký tên vào tờ khai.',
]

function drawNote(paper: Paper): void {
  paragraph(paper, [{ text: 'Ghi chú:', font: 'boldItalic' }], { size: 10 })
  for (const text of notes) paragraph(paper, [{ text, font: 'italic' }], { size: 9 })
}
