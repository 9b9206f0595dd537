import { formatDate } from '#core/date.ts'
import type { ReminderRecord } from '#core/forms/reminder.ts'
import { formatMoney, moneyInWords } from '#core/money.ts'
import { upperVi } from '#core/text.ts'
import { centred, paragraph, placeAndDay, signatures } from './blocks.ts'
import { fieldRow } from './fields.ts'
import type { Piece } from './lines.ts'
import { drawOfficeHead } from './office-head.ts'
import { marksOf, mm, type Paper, startSheet } from './paper.ts'
import { schemeNames } from './words.ts'

const body = { size: 13, lead: 19, after: 5 }

/** A letter that reminds one person to pay again before the cover ends. Our own wording. */
export function drawReminder(paper: Paper, record: ReminderRecord): void {
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: mm(18), right: mm(18), bottom: mm(15), left: mm(28) },
    ...marksOf(record),
    continued: `Thư nhắc đóng tiếp – ${record.name ?? ''}`,
  })
  const number = record.letterNumber ? `Số: ${record.letterNumber}` : null
  drawOfficeHead(paper, record.office, number)
  centred(
    paper,
    [
      {
        text: placeAndDay(record.signedPlace, record.signedOn),
        font: 'italic',
        size: 12,
        after: 14,
      },
    ],
    { from: (paper.area.left + paper.area.right) / 2, to: paper.area.right },
  )
  centred(paper, [
    { text: 'THƯ NHẮC ĐÓNG TIẾP', font: 'bold', size: 16, type: 'H1' },
    { text: upperVi(schemeNames[record.scheme]), font: 'bold', size: 13, after: 12 },
  ])
  const style = { size: 13, lead: 20 }
  fieldRow(paper, [{ label: 'Kính gửi Ông/Bà:', value: record.name }], style)
  fieldRow(paper, [{ label: 'Địa chỉ:', value: record.address }], style)
  fieldRow(paper, [{ label: 'Mã số BHXH:', value: record.insuranceNumber }], style)
  paper.y += 8
  for (const pieces of sentences(record)) paragraph(paper, pieces, body)
  for (const note of record.notes) say(paper, `– ${note}`)
  say(
    paper,
    'Khi đến, xin mang theo căn cước công dân hoặc căn cước. Nếu Ông/Bà đã đóng tiền, xin bỏ qua thư này.',
  )
  say(paper, 'Trân trọng cảm ơn Ông/Bà.')
  paper.y += 6
  drawSigner(paper, record)
}

function say(paper: Paper, text: string): void {
  paragraph(paper, [{ text, font: 'regular' }], body)
}

const plain = (text: string): Piece => ({ text, font: 'regular' })
const strong = (text: string): Piece => ({ text, font: 'bold' })

function sentences(record: ReminderRecord): Piece[][] {
  const { office, scheme, validTo, payBy, payAt, months, amount, contact } = record
  const what = scheme === 'bhxh-tn' ? 'thời gian đã đóng BHXH tự nguyện' : 'thẻ BHYT hộ gia đình'
  const ends: Piece[] = [
    plain(`${office.name} xin thông báo: ${what} của Ông/Bà có giá trị đến hết ngày `),
    strong(`${validTo ? formatDate(validTo) : '……/……/………'}.`),
  ]
  const pay: Piece[] = [
    plain('Để không bị gián đoạn quyền lợi, mời Ông/Bà đóng tiếp '),
    plain(payBy ? 'trước hoặc trong ngày ' : 'trước ngày hết hạn '),
    ...(payBy ? [strong(`${formatDate(payBy)} `)] : []),
    plain(
      `tại: ${payAt ?? 'cơ quan BHXH, bưu điện hoặc tổ chức dịch vụ thu nơi Ông/Bà đã đăng ký'}.`,
    ),
  ]
  const cost: Piece[] =
    amount === null
      ? []
      : [
          plain('Số tiền dự kiến: '),
          strong(`${formatMoney(amount, 'đồng')} `),
          plain(`(${moneyInWords(amount)})${months === null ? '' : ` cho ${months} tháng`}.`),
        ]
  const people = [contact.name, contact.phone].filter(Boolean).join(', điện thoại ')
  const ask: Piece[] = people ? [plain('Cần hỏi thêm, xin liên hệ: '), strong(`${people}.`)] : []
  return [ends, pay, cost, ask].filter((pieces) => pieces.length > 0)
}

function drawSigner(paper: Paper, { signer }: ReminderRecord): void {
  signatures(paper, [
    { share: 1, texts: [] },
    {
      share: 1,
      texts: [{ text: upperVi(signer.title), font: 'bold', size: 13 }],
      below: signer.name ? [{ text: signer.name, font: 'bold', size: 13 }] : [],
    },
  ])
}
