import { sayMethod, type Tk1Record } from '#core/forms/tk1.ts'
import {
  centred,
  cornerMark,
  nationalHeading,
  paragraph,
  placeAndDay,
  type StyledText,
  signatures,
} from './blocks.ts'
import { type Field, fieldRow, label, ticks } from './fields.ts'
import type { Piece } from './lines.ts'
import { constant, marksOf, mm, type Paper, startSheet, tw } from './paper.ts'
import { birthWords, moneyWords } from './words.ts'

const style = { size: 12, lead: 18.4 }

/** TK1-TS as issued with QĐ 366/QĐ-BHXH of 29/4/2026. */
export function drawTk1Qd366(paper: Paper, record: Tk1Record): void {
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: tw(851), right: tw(851), bottom: tw(567), left: tw(1418) },
    ...marksOf(record),
    continued: `Mẫu TK1-TS – ${record.name ?? ''}`,
  })
  drawHead(paper, record)
  drawGeneral(paper, record)
  drawSupplement(paper, record)
  drawChange(paper, record)
  drawSignatures(paper, record)
  constant(paper, 'TK1-TS QD366 note', () => drawNote(paper))
}

function drawHead(paper: Paper, record: Tk1Record): void {
  const centre = (paper.area.left + paper.area.right) / 2
  cornerMark(
    paper,
    [
      { text: 'Mẫu TK1-TS', font: 'bold', size: 9 },
      { text: '(Ban hành kèm theo Quyết định số: 366/QĐ-BHXH', font: 'italic', size: 9 },
      { text: 'ngày 29/4/2026 của BHXH Việt Nam)', font: 'italic', size: 9 },
    ],
    mm(68),
    mm(5),
  )
  paper.y += 4
  nationalHeading(paper, centre, { first: 14, second: 14 })
  paper.y += 10
  const number = record.insuranceNumber ?? '..................................'
  const title: StyledText[] = [
    { text: 'TỜ KHAI', font: 'bold', size: 14, after: 3, type: 'H1' },
    {
      text: 'ĐĂNG KÝ, ĐIỀU CHỈNH THÔNG TIN THAM GIA BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ',
      font: 'bold',
      size: 12,
      after: 3,
    },
    { text: `Mã số BHXH: ${number}`, font: 'bold', size: 14, after: 6 },
  ]
  // The official title is one line and a little wider than the text below it.
  centred(paper, title, { from: paper.area.left - mm(5), to: paper.area.right + mm(5) })
}

function heading(paper: Paper, bold: string, remark = ''): void {
  const pieces: Piece[] = [{ text: bold, font: 'bold' }]
  if (remark) pieces.push({ text: remark, font: 'italic' })
  const lead = remark ? 14.5 : style.lead
  constant(paper, bold, () => paragraph(paper, pieces, { size: 12, lead, type: 'H2' }))
}

function drawGeneral(paper: Paper, record: Tk1Record): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  const { birth, sex } = record
  heading(paper, 'A. Đăng ký tham gia')
  heading(paper, 'I. Thông tin chung')
  row(
    { label: '[01]. Họ và tên:', value: record.name, share: 62 },
    {
      label: [
        { text: '[02]. Giới tính: ', font: 'regular' },
        ...ticks([
          { words: 'Nam', on: sex === 'male' },
          { words: 'Nữ', on: sex === 'female' },
        ]),
      ],
      share: 38,
    },
  )
  row(
    {
      label: '[03]. Ngày, tháng, năm sinh:',
      value: birthWords(birth),
      blank: '...... / ...... / ...........',
      share: 50,
    },
    { label: '[04]. Số CCCD/ĐDCN/hộ chiếu:', value: record.personalNumber, share: 50 },
  )
  row(
    { label: '[05]. Dân tộc:', value: record.ethnicity, share: 28 },
    { label: '[06]. Quốc tịch:', value: record.nationality, share: 34 },
    { label: '[07]. Số điện thoại:', value: record.phone, share: 38 },
  )
  row({ label: '[08]. Địa chỉ email:', value: record.email })
  drawDelivery(paper, record)
}

function drawDelivery(paper: Paper, { careFacility, resultDelivery, address }: Tk1Record): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  row({
    label: label(
      '[09] Nơi đăng ký khám, chữa bệnh ban đầu ',
      '(không áp dụng đối với người tham gia BHXH tự nguyện, BHTNLĐ theo hình thức tự nguyện)',
      ':',
    ),
    value: careFacility,
  })
  row({
    label: [
      {
        text: '[10]. Đăng ký nhận kết quả giải quyết thủ tục hành chính: ',
        font: 'regular',
      },
      ...ticks([
        { words: 'Bản điện tử', on: resultDelivery === 'electronic' },
        { words: 'Bản giấy', on: resultDelivery === 'paper' },
      ]),
    ],
  })
  row({ label: '[11] Địa chỉ nhận bản giấy:' })
  row({ label: '[11.1]. số nhà, đường/phố, thôn/xóm:', value: address.street })
  row(
    { label: '[11.2]. Xã, phường, đặc khu:', value: address.commune, share: 54 },
    { label: '[11.3]. Tỉnh, thành phố:', value: address.province, share: 46 },
  )
}

function drawSupplement(paper: Paper, record: Tk1Record): void {
  const { contribution } = record
  paper.y += 4
  heading(
    paper,
    'II. Thông tin bổ sung ',
    '(áp dụng đối với (1) chủ hộ kinh doanh; (2) người quản lý doanh nghiệp không hưởng tiền lương, (2) Người quản lý điều hành hợp tác xã, liên hiệp hợp tác xã không hưởng tiền lương, (4) tham gia BHXH tự nguyện, (5) tham gia BHTNLĐ theo hình thức tự nguyện đăng ký tham gia lần đầu và (6) Các trường hợp đăng ký tham gia lại; đăng ký thay đổi phương thức đóng, mức thu nhập làm căn cứ đóng)',
  )
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  row(
    {
      label: '[12]. Mức tiền đóng:',
      value: moneyWords(contribution?.income, 'đồng/tháng'),
      share: 48,
    },
    {
      label: '[13]. Phương thức đóng:',
      value: contribution?.method ? sayMethod(contribution.method) : null,
      share: 52,
    },
  )
  row({
    label: label(
      '[14]. Nghề, công việc, thời gian và nơi làm việc ',
      '(áp dụng đối với người tham gia BHTNLĐ tự nguyện)',
      ':',
    ),
    value: null,
  })
  row({ label: '[15]. Đối tượng tham gia:', value: subjectWords(contribution) })
}

function subjectWords(contribution: Tk1Record['contribution']): string | null {
  if (!contribution) return null
  return contribution.scheme === 'bhxh-tn' ? 'tham gia BHXH tự nguyện' : 'tham gia BHYT hộ gia đình'
}

function drawChange(paper: Paper, record: Tk1Record): void {
  heading(paper, 'B. Điều chỉnh thông tin')
  const row = (field: Field) => fieldRow(paper, [field], style)
  row({ label: '[16]. Nội dung đề nghị:', value: record.request, lines: 2 })
  row({ label: '[17]. Giấy tờ kèm theo (nếu có):', value: record.attachments, lines: 2 })
  paper.y += 6
}

function drawSignatures(paper: Paper, record: Tk1Record): void {
  signatures(paper, [
    {
      share: 4571,
      texts: [
        { text: 'XÁC NHẬN CỦA ĐƠN VỊ', font: 'bold', size: 12 },
        {
          text: '(áp dụng đối với người lao động đang tham gia BHXH bắt buộc thay đổi họ, tên đệm, tên; ngày, tháng, năm sinh)',
          font: 'italic',
          size: 12,
        },
      ],
    },
    {
      share: 5244,
      texts: [
        { text: placeAndDay(record.signedPlace, record.signedOn), font: 'italic', size: 12 },
        { text: 'Tôi chịu trách nhiệm trước pháp luật', font: 'italic', size: 12 },
        { text: 'về nội dung kê khai.', font: 'italic', size: 12 },
        { text: 'Người kê khai', font: 'bold', size: 12 },
        { text: '(Ký, ghi rõ họ, tên)', font: 'italic', size: 12 },
      ],
    },
  ])
}

function drawNote(paper: Paper): void {
  paragraph(
    paper,
    [
      { text: 'Ghi chú: ', font: 'bold' },
      {
        text: 'Trường hợp kê khai biểu mẫu điện tử thì các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về đăng ký doanh nghiệp, Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu chuyên nghành khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. Đơn vị, tổ chức chỉ điền thông tin chưa có trong cơ sở dữ liệu.',
        font: 'regular',
      },
    ],
    { size: 9 },
  )
}
