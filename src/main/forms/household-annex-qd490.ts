import type { AnnexMember, HouseholdAnnexRecord } from '#core/forms/household-annex.ts'
import { centred, paragraph, placeAndDay, signatureRoom, signatures } from './blocks.ts'
import { type Field, fieldRow } from './fields.ts'
import { marksOf, type Paper, startSheet, tw } from './paper.ts'
import { type Column, closeTable, openTable, tableRows } from './table.ts'
import { birthWords, sexWords } from './words.ts'

const columns: Column[] = [
  { mark: 'A', heading: ['Stt'], width: 521, align: 'center' },
  { mark: 'B', heading: ['Họ và tên'], width: 3144 },
  { mark: '1', heading: ['Mã số BHXH'], width: 1313, align: 'center' },
  { mark: '2', heading: ['Ngày tháng năm sinh'], width: 1234, align: 'center' },
  { mark: '3', heading: ['Giới tính'], width: 1111, align: 'center' },
  { mark: '4', heading: ['Quốc tịch'], width: 1308, align: 'center' },
  { mark: '5', heading: ['Dân tộc'], width: 1125, align: 'center' },
  { mark: '6', heading: ['Nơi đăng ký khai sinh'], width: 2057 },
  { mark: '7', heading: ['Mối quan hệ với chủ hộ'], width: 914, align: 'center' },
  { mark: '8', heading: ['Số CMND/ CCCD/ Hộ chiếu'], width: 1602, align: 'center' },
  { mark: '9', heading: ['Ghi chú'], width: 1046 },
]

/** Rows of an annex printed to be filled by hand. */
const blankRows = 6

/** The annex "Thành viên hộ gia đình" in the layout of QĐ 505/QĐ-BHXH, used under QĐ 490. */
export function drawHouseholdAnnexQd490(paper: Paper, record: HouseholdAnnexRecord): void {
  startSheet(paper, {
    layout: 'landscape',
    margins: { top: tw(567), right: tw(822), bottom: tw(567), left: tw(1134) },
    ...marksOf(record),
    continued: `Phụ lục Thành viên hộ gia đình – ${record.head ?? ''}`,
  })
  centred(paper, [
    { text: 'Phụ lục Thành viên hộ gia đình', font: 'bold', size: 14, type: 'H1' },
    {
      text: '(Áp dụng đối với: Người tham gia tra cứu không thấy mã số BHXH; Người tham gia BHYT theo hộ gia đình để giảm trừ mức đóng;',
      font: 'regular',
      size: 13,
    },
    {
      text: 'Trẻ em dưới 6 tuổi thực hiện cấp thẻ BHYT liên thông dữ liệu với Bộ Tư pháp)',
      font: 'regular',
      size: 13,
      after: 6,
    },
  ])
  drawHousehold(paper, record)
  const table = openTable(paper, columns, { size: 11, least: 20 })
  const members: (AnnexMember | null)[] = record.members.length
    ? record.members
    : Array.from({ length: blankRows }, () => null)
  const rows = members.map((member, i) => ({ cells: cellsOf(member, i + 1) }))
  tableRows(table, rows, signatureRoom + 60)
  closeTable(table)
  paper.y += 8
  const size = 13
  signatures(paper, [
    { share: 1, texts: [] },
    {
      share: 1,
      texts: [
        { text: placeAndDay(record.signedPlace, record.signedOn), font: 'italic', size },
        { text: 'Người kê khai', font: 'bold', size },
      ],
    },
  ])
}

function drawHousehold(paper: Paper, record: HouseholdAnnexRecord): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, { size: 13, lead: 20 })
  const { address } = record
  row(
    { label: 'Họ và tên chủ hộ:', value: record.head },
    { label: 'Số sổ hộ khẩu (Số sổ tạm trú):', value: record.householdBook },
  )
  row(
    { label: 'Mã số hộ gia đình:', value: record.householdNumber },
    { label: 'Điện thoại liên hệ:', value: record.phone },
  )
  row({
    label: 'Địa chỉ theo sổ hộ khẩu (sổ tạm trú): Số nhà, đường phố, tập thể:',
    value: address.street,
  })
  row(
    { label: 'Thôn (bản, tổ dân phố):', value: address.hamlet },
    { label: 'Xã (phường, thị trấn):', value: address.commune },
  )
  row(
    { label: 'Huyện (quận, Tx, Tp thuộc tỉnh):', value: address.district },
    { label: 'Tỉnh (Tp thuộc Trung ương):', value: address.province },
  )
  const words = 'Bảng thông tin thành viên hộ gia đình:'
  paragraph(paper, [{ text: words, font: 'regular' }], { size: 13, lead: 18, after: 3 })
}

function cellsOf(member: AnnexMember | null, number: number): (string | null)[] {
  if (!member) return [String(number)]
  return [
    String(number),
    member.name,
    member.insuranceNumber,
    birthWords(member.birth),
    sexWords(member.sex)?.toLowerCase() ?? null,
    member.nationality,
    member.ethnicity,
    member.birthPlace,
    member.relation,
    member.personalNumber,
    member.note,
  ]
}
