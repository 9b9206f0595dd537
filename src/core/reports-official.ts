import type { IsoDate } from './date.ts'
import {
  collectorNames,
  monthWords,
  type Report,
  type ReportCell,
  type ReportColumn,
  shareOf,
} from './reports.ts'
import { Collector, type Scheme } from './terms.ts'

/** People by how they came: newly added (first time or back after a stop) and going on. */
export type NewAndOn = { added: number; going: number }

/** What one collecting organisation was given for the year and did in the month and the year so far. */
export type CollectorLine = Record<
  Scheme,
  { target: { value: number; added: number | null } | null; month: NewAndOn; soFar: number }
>

/** Who the report is of and when it is made; `on` is the last day counted. */
export type ReportHead = Pick<Report, 'office' | 'practice' | 'madeOn'> & { on: IsoDate }

/** The decision the forms come with. */
export const qd366 = [
  '(Ban hành kèm theo Quyết định số 366/QĐ-BHXH',
  'ngày 29/4/2026 của BHXH Việt Nam)',
]
const signer = 'Giám đốc/Trưởng phòng QLT'

/** What every official report has in common. */
export const official = ({ on: _, ...head }: ReportHead) => ({
  ...head,
  layout: 'landscape' as const,
  signer,
  isOwn: false,
})

const mapping =
  'Tăng mới = tham gia lần đầu và tham gia lại; Tiếp tục tham gia = đóng tiếp, gia hạn (cách xếp của phần mềm, chưa có văn bản hướng dẫn).'
const partial =
  'Chỉ gồm số liệu BHXH tự nguyện và BHYT hộ gia đình có trong sổ của đơn vị; các phần khác để trống.'

/** A column of text. */
export const text = (heading: string[], width: number, mark?: string): ReportColumn => ({
  ...{ heading, width, type: 'text' },
  ...(mark && { mark }),
})
/** A column of whole numbers. */
export const whole = (heading: string[], width: number, mark: string): ReportColumn => ({
  ...{ heading, width, mark, type: 'integer' },
})
const share = (heading: string[], width: number, mark: string): ReportColumn => ({
  ...{ heading, width, mark, type: 'share' },
})

const blocks = [
  ...['BHXH, BHTN, BHYT bắt buộc', 'BHXH tự nguyện', 'BHTNLĐ tự nguyện', 'BHYT tự đóng'],
]

function blockColumns(name: string, first: number): ReportColumn[] {
  const n = (step: number) => String(first + step)
  const target = 'Chỉ tiêu cam kết theo hợp đồng'
  const done = 'Số thực hiện trong tháng'
  return [
    whole([name, target, 'Tổng số'], 9.4, `${n(0)}=${n(1)}+${n(2)}`),
    whole([name, target, 'Tăng mới'], 6.2, n(1)),
    whole([name, target, 'Tiếp tục tham gia'], 6.4, n(2)),
    whole([name, done, 'Tổng số'], 10.4, `${n(3)}=${n(4)}+${n(5)}`),
    whole([name, done, 'Tăng mới'], 6.2, n(4)),
    whole([name, done, 'Tiếp tục tham gia'], 6.4, n(5)),
    whole([name, done, 'Lũy kế'], 6.6, n(6)),
    share([name, 'Đạt tỷ lệ %'], 9.6, `${n(7)}=${n(6)}/${n(0)}`),
  ]
}

const emptyBlock: ReportCell[] = Array.from({ length: 8 }, () => null)

function blockCells({ target, month, soFar }: CollectorLine[Scheme]): ReportCell[] {
  const added = target?.added ?? null
  return [
    ...[target?.value ?? null, added, target && added !== null ? target.value - added : null],
    ...[month.added + month.going, month.added, month.going, soFar],
    shareOf(soFar, target?.value ?? null),
  ]
}

/** Adds lines up; a target stays empty while nobody has one. */
export function sumLines(lines: readonly CollectorLine[]): CollectorLine {
  const of = (scheme: Scheme): CollectorLine[Scheme] => {
    const parts = lines.map((line) => line[scheme])
    const given = parts.flatMap(({ target }) => target ?? [])
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
    const isSplit = given.length > 0 && given.every(({ added }) => added !== null)
    return {
      target:
        given.length === 0
          ? null
          : {
              value: sum(given.map(({ value }) => value)),
              added: isSplit ? sum(given.map(({ added }) => added ?? 0)) : null,
            },
      month: {
        added: sum(parts.map(({ month }) => month.added)),
        going: sum(parts.map(({ month }) => month.going)),
      },
      soFar: sum(parts.map(({ soFar }) => soFar)),
    }
  }
  return { 'bhxh-tn': of('bhxh-tn'), 'bhyt-hgd': of('bhyt-hgd') }
}

/** B15a-UQ: targets of the collecting organisations and what they did in a month. */
export function b15a(head: ReportHead, lines: Record<Collector, CollectorLine>): Report {
  const cells = (line: CollectorLine): ReportCell[] => [
    ...[...emptyBlock, ...blockCells(line['bhxh-tn'])],
    ...[...emptyBlock, ...blockCells(line['bhyt-hgd']), null],
  ]
  return {
    ...official(head),
    id: 'b15a-uq',
    mark: ['Mẫu B15a-UQ', ...qd366],
    title: 'BÁO CÁO KẾT QUẢ THỰC HIỆN CHỈ TIÊU NGƯỜI THAM GIA BHXH, BHYT',
    subtitle: monthWords(head.on),
    size: 5,
    tables: [
      {
        title: null,
        columns: [
          text(['TT'], 6, 'A'),
          text(['Tên tổ chức/ nhân viên thu'], 26, 'B'),
          text(['Mã tổ chức HTPTĐT/ nhân viên thu'], 12, 'C'),
          ...blocks.flatMap((name, index) => blockColumns(name, index * 8 + 1)),
          text(['Ghi chú'], 10, '33'),
        ],
        rows: [
          ...Collector.options.map((key, index) => ({
            cells: [
              ['I', 'II', 'III'][index] ?? '',
              collectorNames[key],
              null,
              ...cells(lines[key]),
            ],
          })),
          { cells: [null, 'Cộng:', null, ...cells(sumLines(Object.values(lines)))], bold: true },
        ],
      },
    ],
    notes: [mapping, partial, 'Sổ chưa theo dõi đến từng nhân viên thu.'],
  }
}

/** How a scheme stands at the end of a month: people in force then, a month and a year end before. */
export type SchemeStanding = {
  target: number | null
  /** People to be won in the month so that the year target is reached at an even pace. */
  monthTarget: number | null
  inForce: number
  monthBefore: number
  yearBefore: number
}

/** B16a-TS: how the number of participants grew, and the target. */
export function b16a(head: ReportHead, schemes: Record<Scheme, SchemeStanding>): Report {
  const row = (one: SchemeStanding): ReportCell[] => {
    const [month, year] = [one.inForce - one.monthBefore, one.inForce - one.yearBefore]
    const rise = (by: number) => Math.max(0, by)
    const fall = (by: number) => Math.max(0, -by)
    return [
      ...[one.target, one.monthTarget, null, null, one.inForce],
      ...[rise(month), rise(year), null, fall(month), fall(year), null, null],
    ]
  }
  const blank: ReportCell[] = Array.from({ length: 12 }, () => null)
  const rise = 'Số người tham gia tăng'
  const fall = 'Số người tham gia giảm'
  return {
    ...official(head),
    id: 'b16a-ts',
    mark: ['Mẫu B16a-TS', ...qd366],
    title: 'BÁO CÁO KẾT QUẢ THỰC HIỆN CÁC GIẢI PHÁP PHÁT TRIỂN NGƯỜI THAM GIA BHXH, BHYT',
    subtitle: monthWords(head.on),
    size: 8,
    tables: [
      {
        title: null,
        columns: [
          text(['TT'], 7, 'A'),
          text(['Đơn vị'], 42, 'B'),
          whole(['Chỉ tiêu được giao'], 16, '1'),
          whole(['Số người phải phát triển trong tháng'], 18, '2'),
          whole(['Số đối tượng tiềm năng', 'Đơn vị'], 13, '3'),
          whole(['Số đối tượng tiềm năng', 'Người'], 13, '4'),
          whole(['Số người tham gia trong tháng'], 17, '5'),
          whole([rise, 'So với tháng trước'], 15, '6'),
          whole([rise, 'So với 31/12 năm trước'], 16, '7'),
          text([rise, 'Lý do'], 18, '8'),
          whole([fall, 'So với tháng trước'], 15, '9'),
          whole([fall, 'So với 31/12 năm trước'], 16, '10'),
          text([fall, 'Lý do'], 18, '11'),
          text(['Ghi chú'], 24, '12'),
        ],
        rows: [
          { cells: ['B', 'BHXH TỰ NGUYỆN', ...blank], bold: true },
          { cells: ['1', head.office.name, ...row(schemes['bhxh-tn'])] },
          { cells: ['C', 'BẢO HIỂM Y TẾ (hộ gia đình)', ...blank], bold: true },
          { cells: ['1', head.office.name, ...row(schemes['bhyt-hgd'])] },
        ],
      },
    ],
    notes: [
      partial,
      'Cột 5: số người còn hiệu lực vào ngày cuối tháng; cột 6, 7, 9, 10: chênh lệch của số này.',
      'Cột 2: phần chỉ tiêu năm còn lại, chia theo số ngày làm việc. Cột 3, 4, 8, 11, 12 do cán bộ ghi.',
    ],
  }
}

/** B16c-TS: what each collecting organisation did for its contract. */
export function b16c(head: ReportHead, lines: Record<Collector, CollectorLine>): Report {
  const cells = (line: CollectorLine): ReportCell[] =>
    (['bhxh-tn', 'bhyt-hgd'] as const).flatMap((scheme) => {
      const { target, soFar } = line[scheme]
      return [target?.value ?? null, soFar, shareOf(soFar, target?.value ?? null)]
    })
  const none: ReportCell[] = [null, null, null, null, null, null]
  const contract = (name: string, first: number): ReportColumn[] => [
    whole([name, 'Chỉ tiêu theo hợp đồng'], 18, String(first)),
    whole([name, 'Thực hiện'], 15, String(first + 1)),
    share([name, 'Tỷ lệ %'], 13, `${first + 2}=${first + 1}/${first}`),
  ]
  const staff = 'Nhân viên thu'
  const helpers = 'Cộng tác viên'
  const leaders = 'Trong đó: trưởng thôn, tổ dân phố'
  return {
    ...official(head),
    id: 'b16c-ts',
    mark: ['Mẫu B16c-TS', ...qd366],
    title: 'BÁO CÁO KẾT QUẢ THỰC HIỆN BHXH TỰ NGUYỆN, BHYT TỰ ĐÓNG',
    subtitle: monthWords(head.on),
    size: 8,
    tables: [
      {
        title: null,
        columns: [
          text(['TT'], 7, 'A'),
          text(['BHXH cơ sở'], 30, 'B'),
          text(['Tên tổ chức dịch vụ thu'], 36, 'C'),
          whole(['Số tổ chức dịch vụ'], 13, '1'),
          whole(['Số điểm thu'], 13, '2'),
          whole([staff, 'Tổng số'], 13, '3'),
          whole([staff, leaders], 17, '4'),
          whole([helpers, 'Tổng số'], 13, '5'),
          whole([helpers, leaders], 17, '6'),
          ...contract('BHXH tự nguyện', 7),
          ...contract('BHYT tự đóng', 10),
          text(['Ghi chú'], 18, '13'),
        ],
        rows: [
          ...Collector.options.map((key, index) => {
            const name = index === 0 ? head.office.name : null
            const before = [String(index + 1), name, collectorNames[key], ...none]
            return { cells: [...before, ...cells(lines[key]), null] }
          }),
          {
            cells: [null, 'Cộng', null, ...none, ...cells(sumLines(Object.values(lines))), null],
            bold: true,
          },
        ],
      },
    ],
    notes: [partial, 'Thực hiện: lũy kế từ đầu năm. Cột 1–6 do cán bộ ghi theo hợp đồng.'],
  }
}
