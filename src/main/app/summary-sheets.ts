import { termTexts } from '#core/messages/ui-terms.ts'
import { periodWords } from '#core/period.ts'
import type { AgeBand, Summary, SummaryRow, SummarySupport } from '#core/summary.ts'
import { poolRows } from '#core/summary-pool.ts'
import { upperVi } from '#core/text.ts'
import type { Cell, Column, Sheet } from '../sheets/workbook.ts'

const ages: Record<AgeBand, string> = {
  'under-15': 'Dưới 15',
  '15-29': '15–29',
  '30-39': '30–39',
  '40-49': '40–49',
  '50-59': '50–59',
  '60-plus': 'Từ 60',
}

const supports: Record<SummarySupport, string> = {
  none: 'Không',
  poor: 'Hộ nghèo',
  'near-poor': 'Hộ cận nghèo',
  ethnic: 'Dân tộc thiểu số',
  agri: 'Nông, lâm, ngư nghiệp mức sống trung bình',
  other: 'Khác',
}

const pooled = '(gộp)'

const text = (title: string, width: number): Column => ({ title, width, type: 'text' })
const number = (title: string, width = 12): Column => ({ title, width, type: 'integer' })
const money = (title: string): Column => ({ title, width: 18, type: 'money' })
const date = (title: string): Column => ({ title, width: 12, type: 'date' })

const figureNames = ['persons', 'months', 'gross', 'state', 'local', 'payer'] as const
type Figure = (typeof figureNames)[number]

const placeColumns = [
  text('Chính sách', 18),
  text('Lần tham gia', 14),
  text('Mã xã', 9),
  text('Xã, phường, thị trấn', 24),
  text('Tổ chức thu', 26),
]

const cellColumns = [
  ...placeColumns,
  text('Nhóm đối tượng', 16),
  text('Giới tính', 10),
  text('Nhóm tuổi', 11),
  text('Nhóm hỗ trợ', 18),
]

const moneyColumns = [
  money('Tổng tiền (đồng)'),
  money('NSNN trung ương hỗ trợ'),
  money('Địa phương hỗ trợ'),
  money('Người tham gia đóng'),
]

type Shown = Pick<
  SummaryRow,
  'scheme' | 'kind' | 'commune' | 'collector' | 'occupation' | 'sex' | 'ageBand' | 'support'
>

function cellText(row: Shown): Cell[] {
  const { occupation, sex, ageBand, support } = row
  return [
    termTexts.scheme[row.scheme].vi,
    termTexts.kind[row.kind].vi,
    row.commune.code,
    row.commune.name,
    termTexts.collector[row.collector].vi,
    occupation === 'pooled' ? pooled : termTexts.occupation[occupation].vi,
    sex === 'pooled' ? pooled : termTexts.sex[sex].vi,
    ageBand === 'pooled' ? pooled : ages[ageBand],
    support === 'pooled' ? pooled : supports[support],
  ]
}

const blank = (columns: number): Cell[] => new Array<Cell>(columns).fill(null)

/** The sheets of `summary.xlsx`: the figures of a summary for people; the JSON is the original. */
export function sheetsOf(summary: Summary): Sheet[] {
  const { unit, period, sequence, revision } = summary
  const heading = [
    `${unit.name} (${unit.code})`,
    upperVi(`Báo cáo tổng hợp ${periodWords(period)}`),
    `Số ${String(sequence).padStart(4, '0')}, lần ${revision}. Bản gốc là tệp summary.json đã ký số.`,
  ]
  return [
    figures(summary, heading),
    make(summary, heading),
    conferences(summary, heading),
    targets(summary, heading),
    adjustments(summary, heading),
    cancellations(summary, heading),
  ]
}

/** By scheme, kind, commune and collecting organisation; the finer cells stand in the JSON. */
function figures({ rows, controlTotals }: Summary, heading: string[]): Sheet {
  const sum = (of: Figure): number =>
    controlTotals.schemes.reduce((total, each) => total + each[of], 0)
  return {
    name: 'Tổng hợp',
    heading,
    columns: [...placeColumns, number('Số người'), number('Số tháng'), ...moneyColumns],
    rows: poolRows(rows, Number.POSITIVE_INFINITY).map((row) => [
      ...cellText(row).slice(0, placeColumns.length),
      ...figureNames.map((name) => row[name]),
    ]),
    totals: ['Cộng', ...blank(placeColumns.length - 1), ...figureNames.map(sum)],
  }
}

const groupings = [
  ['occupation', 'Nhóm đối tượng'],
  ['sex', 'Giới tính'],
  ['ageBand', 'Nhóm tuổi'],
  ['support', 'Nhóm hỗ trợ'],
] as const

/** Persons and money of each scheme by target group, sex, age band and support group, one at a time. */
function make({ rows }: Summary, heading: string[]): Sheet {
  const sums = new Map<string, { cells: Cell[]; figures: number[] }>()
  for (const row of rows) {
    const shown = cellText(row)
    for (const [index, [, title]] of groupings.entries()) {
      const cells = [shown[0] ?? null, title, shown[placeColumns.length + index] ?? null]
      const key = `${row.scheme} ${index} ${row[groupings[index]?.[0] ?? 'sex']}`
      const sum = sums.get(key) ?? { cells, figures: figureNames.map(() => 0) }
      sum.figures = sum.figures.map((value, at) => value + row[figureNames[at] as Figure])
      sums.set(key, sum)
    }
  }
  return {
    name: 'Cơ cấu',
    heading,
    columns: [
      ...[text('Chính sách', 18), text('Phân theo', 16), text('Nhóm', 26)],
      ...[number('Số người'), number('Số tháng'), ...moneyColumns],
    ],
    rows: [...sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { cells, figures: values }]) => [...cells, ...values]),
  }
}

function conferences(summary: Summary, heading: string[]): Sheet {
  const total = (of: 'held' | 'attendees'): number =>
    summary.conferenceTotals.reduce((sum, each) => sum + each[of], 0)
  const signUps = (scheme: 'bhxh-tn' | 'bhyt-hgd'): number =>
    summary.conferenceTotals.reduce((sum, each) => sum + each.signUps[scheme], 0)
  return {
    name: 'Hội nghị',
    heading,
    columns: [
      number('Số', 8),
      ...[text('Loại', 16), date('Ngày'), text('Giờ', 8), text('Mã xã', 9)],
      ...[text('Xã, phường, thị trấn', 24), text('Địa điểm', 36), text('Đơn vị phối hợp', 30)],
      ...[number('Số người dự'), number('Đăng ký BHXH TN', 17), number('Đăng ký BHYT HGĐ', 17)],
    ],
    rows: summary.conferences.map((one) => [
      one.id,
      termTexts.conferenceKind[one.kind].vi,
      one.date,
      one.start,
      one.commune.code,
      one.commune.name,
      one.place,
      one.organisers.map((organiser) => termTexts.organiser[organiser].vi).join(', '),
      one.attendees,
      one.signUps['bhxh-tn'],
      one.signUps['bhyt-hgd'],
    ]),
    totals: [
      total('held'),
      'Cộng',
      ...blank(6),
      ...[total('attendees'), signUps('bhxh-tn'), signUps('bhyt-hgd')],
    ],
  }
}

function targets(summary: Summary, heading: string[]): Sheet {
  return {
    name: 'Chỉ tiêu',
    heading,
    columns: [
      ...[text('Chỉ tiêu', 60), text('Phạm vi', 16), date('Từ ngày'), date('Đến ngày')],
      ...[number('Được giao'), number('Đạt được')],
      { title: 'Tỷ lệ', width: 10, type: 'share' },
    ],
    rows: summary.targets.map((one) => [
      one.label,
      one.scope === 'city' ? 'Toàn thành phố' : 'Đơn vị',
      ...[one.period.from, one.period.to, one.target, one.achieved],
      one.target === 0 ? null : one.achieved / one.target,
    ]),
  }
}

function adjustments(summary: Summary, heading: string[]): Sheet {
  const sum = (of: 'entries' | 'months' | 'gross' | 'state' | 'local' | 'payer'): number =>
    summary.controlTotals.adjustments.reduce((total, each) => total + each[of], 0)
  return {
    name: 'Điều chỉnh',
    heading,
    columns: [
      ...[text('Lý do', 24), date('Ngày đã chốt'), ...cellColumns],
      ...[number('Số hồ sơ'), number('Số tháng'), ...moneyColumns],
    ],
    rows: summary.adjustments.map((one) => [
      one.why === 'cancelled' ? 'Hủy sau khi chốt' : 'Sửa số tiền',
      one.signedOn,
      ...cellText(one),
      ...[one.entries, one.months, one.gross, one.state, one.local, one.payer],
    ]),
    totals: [
      'Cộng (chỉ tiền, không tính người)',
      ...blank(cellColumns.length + 1),
      ...[sum('entries'), sum('months'), sum('gross'), sum('state'), sum('local'), sum('payer')],
    ],
  }
}

function cancellations(summary: Summary, heading: string[]): Sheet {
  return {
    name: 'Hủy trong kỳ',
    heading,
    columns: [
      ...[text('Chính sách', 18), text('Lần tham gia', 14)],
      ...[number('Số hồ sơ'), money('Người tham gia đóng')],
    ],
    rows: summary.cancellations.map((one) => [
      termTexts.scheme[one.scheme].vi,
      termTexts.kind[one.kind].vi,
      ...[one.signUps, one.payer],
    ]),
  }
}
