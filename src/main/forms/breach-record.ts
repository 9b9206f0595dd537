import { formatDate } from '#core/date.ts'
import type { OfficeHead } from '#core/forms/record.ts'
import { privacyTexts } from '#core/messages/ui-privacy.ts'
import { formatMoney } from '#core/money.ts'
import { instantInWords } from '#core/privacy/deadlines.ts'
import { type Breach, breachFields } from '#core/privacy/records.ts'
import type { Regime } from '#core/privacy/rules.ts'
import { centred, paragraph, placeAndDay, signatures } from './blocks.ts'
import { drawOfficeHead, drawOwnLayoutNote } from './office-head.ts'
import { closePaper, type DrawOptions, mm, openPaper, type Paper, startSheet } from './paper.ts'

/** What the record of a breach is drawn from. */
export type BreachRecord = {
  breach: Breach
  law: Regime['breach']
  office: OfficeHead
  practice: boolean
  /** The commune whose people are touched, or null for all. */
  commune: string | null
  madeOn: string
}

const body = { size: 12, lead: 17, after: 4 }

/** Draws the record of a breach: who, when, what, whose data, what was done, by when it is reported. */
export function drawBreach(record: BreachRecord, { resources }: DrawOptions): Uint8Array {
  const title = `Biên bản sự cố dữ liệu cá nhân số ${record.breach.id}`
  const paper = openPaper({
    resources,
    title,
    subject: title,
    createdOn: record.madeOn,
    tagged: true,
  })
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: mm(18), right: mm(18), bottom: mm(15), left: mm(28) },
    practice: record.practice,
    checkAgainstOfficial: false,
    continued: title,
  })
  drawOfficeHead(paper, record.office)
  paper.y += 6
  centred(paper, [
    { text: 'BIÊN BẢN', font: 'bold', size: 15, type: 'H1' },
    { text: 'VI PHẠM QUY ĐỊNH BẢO VỆ DỮ LIỆU CÁ NHÂN', font: 'bold', size: 13 },
    {
      text: `(để gửi theo ${record.law.form}; ${record.law.source})`,
      font: 'italic',
      size: 11,
      after: 8,
    },
  ])
  for (const [index, [label, value]] of linesOf(record).entries()) {
    paragraph(
      paper,
      [
        { text: `${index + 1}. ${label}: `, font: 'bold' },
        { text: value || '……………………………………………………', font: 'regular' },
      ],
      body,
    )
  }
  drawEnd(paper, record)
  return closePaper(paper)
}

function scopeOf({ breach: { from, to }, commune }: BreachRecord): string {
  const signed = [from && `từ ngày ${formatDate(from)}`, to && `đến ngày ${formatDate(to)}`]
  const days = signed.filter(Boolean).join(' ')
  const scope = [days && `người ký ${days}`, commune && `người ở ${commune}`].filter(Boolean)
  return scope.join('; ') || 'mọi người trong sổ của đơn vị'
}

function linesOf(record: BreachRecord): [string, string][] {
  const { breach, law, office } = record
  const { affected, fields } = breach
  const touched = breachFields
    .filter((field) => fields.includes(field))
    .map(
      (field) => `${privacyTexts.field[field].vi} (${formatMoney(affected.fields[field])} người)`,
    )
  return [
    ['Nơi nhận thông báo', law.to],
    ['Cơ quan thông báo', `${office.name}, mã đơn vị ${office.unitCode}`],
    ['Người liên hệ', breach.contact],
    ['Phát hiện lúc', instantInWords(breach.foundAt)],
    [
      'Phải thông báo trước',
      `${instantInWords(breach.reportBy)} (${law.hours} giờ từ khi phát hiện)`,
    ],
    ['Đã thông báo lúc', breach.reportedAt ? instantInWords(breach.reportedAt) : ''],
    ['Xảy ra lúc', breach.happenedAt],
    ['Nơi xảy ra', breach.place],
    ['Hành vi, sự việc', breach.what],
    ['Nguyên nhân', breach.cause],
    ['Dữ liệu của ai', scopeOf(record)],
    ['Số người bị ảnh hưởng', `${formatMoney(affected.people)} người`],
    ['Loại dữ liệu', touched.join('; ')],
    ['Hậu quả có thể xảy ra', breach.harm],
    ['Biện pháp đã làm và sẽ làm', breach.measures],
  ]
}

function drawEnd(paper: Paper, { madeOn }: BreachRecord): void {
  const half = { from: (paper.area.left + paper.area.right) / 2, to: paper.area.right }
  const when = placeAndDay('Hà Nội', madeOn)
  paper.y += 4
  centred(paper, [{ text: when, font: 'italic', size: 12, after: 6 }], half)
  const column = (text: string) => ({
    share: 1,
    texts: [{ text, font: 'bold' as const, size: 12 }],
  })
  signatures(paper, [column('NGƯỜI LẬP BIÊN BẢN'), column('THỦ TRƯỞNG ĐƠN VỊ')])
  drawOwnLayoutNote(paper)
}
