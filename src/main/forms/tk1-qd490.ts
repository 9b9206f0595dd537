import { sayMethod, type Tk1Record } from '#core/forms/tk1.ts'
import { upperVi } from '#core/text.ts'
import {
  centred,
  cornerMark,
  nationalHeading,
  paragraph,
  placeAndDay,
  signatures,
  underlined,
} from './blocks.ts'
import { type Field, fieldRow, label } from './fields.ts'
import { constant, marksOf, mm, type Paper, startSheet, tw } from './paper.ts'
import { birthWords, moneyWords, placeAfter, sexWords } from './words.ts'

const style = { size: 13, lead: 21 }

/**
 * TK1-TS as issued with QĐ 490/QĐ-BHXH of 28/3/2023: layout and numbering of QĐ 505/QĐ-BHXH with
 * the corner mark and the name of the identity number of QĐ 490 (not compared with the official file).
 */
export function drawTk1Qd490(paper: Paper, record: Tk1Record): void {
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: tw(567), right: tw(680), bottom: tw(567), left: tw(851) },
    ...marksOf(record),
    continued: `Mẫu TK1-TS – ${record.name ?? ''}`,
  })
  constant(paper, 'TK1-TS QD490', () => drawHead(paper))
  drawNewcomer(paper, record)
  drawKnown(paper, record)
  drawSignatures(paper, record)
}

function drawHead(paper: Paper): void {
  const { left, right } = paper.area
  cornerMark(
    paper,
    [
      { text: 'Mẫu TK1-TS', font: 'bold', size: 9 },
      { text: '(Ban hành kèm theo Quyết định số: 490/QĐ-BHXH', font: 'bold', size: 9 },
      { text: 'ngày 28/3/2023 của BHXH Việt Nam)', font: 'bold', size: 9 },
    ],
    mm(76),
    mm(5),
  )
  paper.y += 6
  const top = paper.y
  const middle = left + ((right - left) * 4069) / (4069 + 6026)
  underlined(paper, 'BẢO HIỂM XÃ HỘI VIỆT NAM', (left + middle) / 2, 13, 0.6)
  paper.y = top
  nationalHeading(paper, (middle + right) / 2, { first: 13, second: 14 })
  paper.y += 12
  centred(paper, [
    { text: 'TỜ KHAI', font: 'bold', size: 14, type: 'H1' },
    {
      text: 'THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ',
      font: 'bold',
      size: 13,
      after: 8,
    },
  ])
}

function heading(paper: Paper, text: string): void {
  const style = { size: 13, lead: 16, after: 2, type: 'H2' }
  constant(paper, text, () => paragraph(paper, [{ text, font: 'bold' }], style))
}

function drawNewcomer(paper: Paper, record: Tk1Record): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  const { birth, sex } = record
  heading(
    paper,
    'I. Áp dụng đối với người tham gia tra cứu không thấy mã số BHXH do cơ quan BHXH cấp',
  )
  row(
    { ...nameField('[01]', record.name), share: 73 },
    { label: '[02]. Giới tính:', value: sexWords(sex), share: 27 },
  )
  row(
    { ...birthField('[03]', birth), share: 60 },
    { label: '[04]. Quốc tịch:', value: record.nationality, share: 40 },
  )
  row(
    { label: '[05]. Dân tộc:', value: record.ethnicity, share: 36 },
    { label: '[06]. Số CCCD/ĐDCN/Hộ chiếu:', value: record.personalNumber, share: 64 },
  )
  row(
    { label: '[07]. Điện thoại:', value: record.phone, share: 42 },
    { label: '[08]. Email (nếu có):', value: record.email, share: 58 },
  )
  drawPlaces(paper, record)
}

const annexNote =
  '[12]. Kê khai Phụ lục Thành viên hộ gia đình (phụ lục kèm theo) đối với người tham gia tra cứu không thấy mã số BHXH và người tham gia BHYT theo hộ gia đình để giảm trừ mức đóng.'

function drawPlaces(paper: Paper, record: Tk1Record): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  const { birthPlace, address } = record
  row({
    label: '[09]. Nơi đăng ký khai sinh: [09.1]. Xã:',
    value: placeAfter('Xã', birthPlace?.commune),
  })
  row(
    { label: '[09.2]. Huyện:', value: placeAfter('Huyện', birthPlace?.district) },
    { label: '[09.3]. Tỉnh:', value: placeAfter('Tỉnh', birthPlace?.province) },
  )
  row({
    label: label('[10]. Họ tên cha/mẹ/giám hộ ', '(đối với trẻ em dưới 6 tuổi)', ':'),
    value: record.guardian,
  })
  row({
    label: '[11]. Địa chỉ nhận kết quả: [11.1]. Số nhà, đường/phố, thôn/xóm:',
    value: address.street,
  })
  row(
    { label: '[11.2]. Xã:', value: placeAfter('Xã', address.commune), share: 33 },
    { label: '[11.3]. Huyện:', value: placeAfter('Huyện', address.district), share: 34 },
    { label: '[11.4].Tỉnh:', value: placeAfter('Tỉnh', address.province), share: 33 },
  )
  constant(paper, annexNote, () =>
    paragraph(paper, [{ text: annexNote, font: 'regular' }], { size: 13, lead: 16, after: 5 }),
  )
}

function nameField(box: string, name: string | null): Field {
  return {
    label: label(`${box}. Họ và tên `, '(viết chữ in hoa)', ':'),
    value: name && upperVi(name),
  }
}

function birthField(box: string, birth: Tk1Record['birth']): Field {
  return {
    label: `${box}. Ngày, tháng, năm sinh:`,
    value: birthWords(birth),
    blank: '...... / ...... / ...........',
  }
}

function drawKnown(paper: Paper, record: Tk1Record): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  const { change, contribution } = record
  heading(
    paper,
    'II. Áp dụng đối với người tham gia đã có mã số BHXH đề nghị đăng ký, điều chỉnh thông tin ghi trên sổ BHXH, thẻ BHYT',
  )
  row(
    { label: '[13]. Mã số BHXH:', value: record.insuranceNumber, share: 58 },
    { label: '[14]. Điều chỉnh thông tin cá nhân:', share: 42 },
  )
  row(
    { ...nameField('[14.1]', change?.name ?? null), share: 73 },
    { label: '[14.2]. Giới tính:', value: sexWords(change?.sex), share: 27 },
  )
  row(
    { ...birthField('[14.3]', change?.birth ?? null), share: 58 },
    { label: '[14.4]. Nơi đăng ký khai sinh:', share: 42 },
  )
  row(
    { label: 'Xã', value: placeAfter('Xã', change?.birthPlace?.commune) },
    { label: 'Huyện:', value: placeAfter('Huyện', change?.birthPlace?.district) },
    { label: 'Tỉnh:', value: placeAfter('Tỉnh', change?.birthPlace?.province) },
  )
  row({ label: '[14.5]. Số CCCD/ĐDCN/Hộ chiếu:', value: change?.personalNumber ?? null })
  row(
    {
      label: '[15]. Mức tiền đóng:',
      value: moneyWords(contribution?.income, 'đồng/tháng'),
      share: 46,
    },
    {
      label: '[16]. Phương thức đóng:',
      value: contribution?.method ? sayMethod(contribution.method) : null,
      share: 54,
    },
  )
  row({ label: '[17]. Nơi đăng ký khám, chữa bệnh ban đầu:', value: record.careFacility })
  row({ label: '[18]. Nội dung thay đổi, yêu cầu khác:', value: record.request, lines: 2 })
  row({
    label: label('[19]. Hồ sơ kèm theo ', '(nếu có)', ':'),
    value: record.attachments,
    lines: 2,
  })
  paper.y += 4
}

const lookUpNote =
  'Ghi chú: Người tham gia tra cứu mã số BHXH tại địa chỉ: https://baohiemxahoi.gov.vn.'

function drawSignatures(paper: Paper, record: Tk1Record): void {
  signatures(paper, [
    {
      share: 4296,
      texts: [{ text: 'XÁC NHẬN CỦA ĐƠN VỊ', font: 'regular', size: 12 }],
    },
    {
      share: 6431,
      texts: [
        { text: placeAndDay(record.signedPlace, record.signedOn), font: 'italic', size: 12 },
        { text: 'Người kê khai', font: 'bold', size: 12 },
      ],
    },
  ])
  constant(paper, lookUpNote, () =>
    centred(paper, [{ text: lookUpNote, font: 'italic', size: 12 }]),
  )
}
