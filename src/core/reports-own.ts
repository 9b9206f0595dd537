import { formatDate } from './date.ts'
import { formatMoney } from './money.ts'
import type { Overview } from './overview.ts'
import type { TargetFigure } from './overview-pace.ts'
import { collectorNames, type Report, type ReportCell, type ReportColumn } from './reports.ts'
import type { ReportHead } from './reports-official.ts'
import type { Collector, Organiser, Scheme } from './terms.ts'

const text = (title: string, width: number): ReportColumn => ({
  heading: [title],
  width,
  type: 'text',
})
const whole = (title: string | string[], width = 16): ReportColumn => ({
  heading: typeof title === 'string' ? [title] : title,
  width,
  type: 'integer',
})
const share = (title: string, width = 14): ReportColumn => ({
  heading: [title],
  width,
  type: 'share',
})
const money = (title: string[], width = 24): ReportColumn => ({
  heading: title,
  width,
  type: 'money',
})

const own = ({ on: _, ...head }: ReportHead) => ({ ...head, mark: [], isOwn: true })

const stateWords: Record<TargetFigure['state'], string> = {
  waiting: 'Chưa bắt đầu',
  empty: 'Chưa có kết quả',
  behind: 'Chậm tiến độ',
  'on-track': 'Đúng tiến độ',
  reached: 'Đạt',
  exceeded: 'Vượt',
  missed: 'Hết hạn, chưa đạt',
}

const forecastWords = ({ forecast }: TargetFigure): string | null =>
  forecast &&
  `${formatMoney(forecast.likely)} (${formatMoney(forecast.low)}–${formatMoney(forecast.high)})`

const nameOf = ({ scope, label }: TargetFigure): string =>
  scope === 'city' ? `${label} (phần của đơn vị)` : label

function targetTable(targets: readonly TargetFigure[]): Report['tables'][number] {
  return {
    title: 'So với chỉ tiêu',
    columns: [
      text('Chỉ tiêu', 70),
      text('Thời gian', 38),
      whole('Phải đạt'),
      whole('Đã đạt'),
      share('Tỷ lệ'),
      whole('Còn lại'),
      whole('Cần mỗi ngày làm việc', 18),
      text('Dự báo (khoảng)', 40),
      text('Tình trạng', 26),
    ],
    rows: targets.map((target) => ({
      cells: [
        nameOf(target),
        target.from === target.to
          ? formatDate(target.from)
          : `${formatDate(target.from)} – ${formatDate(target.to)}`,
        ...[target.value, target.done, target.permille / 1000, target.remaining],
        target.scope === 'city' ? null : target.neededPerDay,
        forecastWords(target),
        target.scope === 'city' ? null : stateWords[target.state],
      ],
    })),
  }
}

/** Rows that fit on the one page: targets first, then communes. */
const roomForRows = 24
const mostTargets = 10
const charactersOfName = 44
const fewestCommunes = 5

/** The overview on one A4. */
export function overviewPage(head: ReportHead, view: Overview): Report {
  const { focus, sources } = view
  const communes = view.communes.filter(({ isCurrent }) => isCurrent)
  const targets = view.targets.slice(0, mostTargets)
  const lines = targets.map((target) => Math.ceil(nameOf(target).length / charactersOfName))
  const used = lines.reduce((sum, each) => sum + each, sources.collectors.length + 5)
  const shown = Math.min(communes.length, Math.max(fewestCommunes, roomForRows - used))
  const people = (of: { 'bhxh-tn': number; 'bhyt-hgd': number; first: number; joiner: number }) => [
    ...[of.joiner, of.first, of['bhxh-tn'], of['bhyt-hgd']],
  ]
  const counts = ['Người tham gia', 'Lần đầu', 'BHXH tự nguyện', 'BHYT hộ gia đình'].map((title) =>
    whole(title, 18),
  )
  const row = (name: string, of: Parameters<typeof people>[0]): { cells: ReportCell[] } => ({
    cells: [name, ...people(of)],
  })
  return {
    ...own(head),
    id: 'overview',
    title: 'TỔNG QUAN TIẾN ĐỘ',
    subtitle: `Số liệu đến hết ngày ${formatDate(view.on)}${focus.name ? ` – ${focus.name}` : ''}`,
    layout: 'landscape',
    size: 8,
    tables: [
      {
        title: null,
        columns: [text('Số người', 60), ...counts],
        rows: [
          row(`Trong ngày ${formatDate(view.on)}`, view.today),
          ...(view.launch
            ? [row(`Ngày ra quân ${formatDate(view.launch.day)}`, view.launch.people)]
            : []),
          ...(focus.name ? [row('Cả đợt', focus.people)] : []),
          row(`Năm ${view.on.slice(0, 4)}`, view.year.people),
          ...sources.collectors.map(({ key, people: of }) =>
            row(`${focus.name ? 'Cả đợt' : 'Cả năm'}: ${collectorNames[key]}`, of),
          ),
        ],
      },
      targetTable(targets),
      {
        title: `Xã, phường chậm nhất (${shown} trên ${communes.length})`,
        columns: [
          ...[text('Xã, phường', 60), ...counts, whole('Hội nghị'), whole('Theo kế hoạch')],
          ...[whole('Nhóm nhỏ'), share('Đạt chung')],
        ],
        rows: communes.slice(0, shown).map((one) => ({
          cells: [
            ...[one.name, ...people(one.people), one.conferences, one.conferencesPlanned],
            ...[one.smallGroups, one.permille === null ? null : one.permille / 1000],
          ],
        })),
      },
    ],
    notes: [
      '“Lần đầu” theo kê khai và theo sổ của đơn vị. Dự báo theo nhịp của tối đa 20 ngày làm việc gần nhất, khoảng đúng chừng 4 trên 5 lần.',
    ],
    signer: null,
  }
}

/** What was held in a commune, and who signed up there. */
export type EventLine = {
  commune: string
  conferences: number
  smallGroups: number
  attendees: number
  consultations: number
  organisers: readonly Organiser[]
  signUps: Record<Scheme, number>
}

/** People of one collecting organisation in a commune, their households and what they pay (đồng). */
export type JoinLine = {
  commune: string
  collector: Collector
  schemes: Record<Scheme, { first: number; returning: number; renewing: number; payer: number }>
  households: number
}

const organiserNames: Record<Organiser, string> = {
  bhxh: 'BHXH',
  post: 'Bưu điện',
  'people-committee': 'UBND',
  association: 'Hội đoàn thể',
}

/** The campaign report: events, people and targets. Proposed by the app, no official template. */
export function campaignReport(
  head: ReportHead,
  view: Overview,
  events: readonly EventLine[],
  joins: readonly JoinLine[],
): Report {
  const { focus } = view
  const last = view.on < focus.to ? view.on : focus.to
  return {
    ...own(head),
    id: 'campaign',
    title: 'BÁO CÁO KẾT QUẢ ĐỢT PHÁT TRIỂN BHXH TỰ NGUYỆN, BHYT HỘ GIA ĐÌNH',
    subtitle: `${focus.name ? `${focus.name}, ` : ''}từ ngày ${formatDate(focus.from)} đến ngày ${formatDate(last)} (số liệu tạm tính)`,
    layout: 'landscape',
    size: 8,
    tables: [
      eventTable(events),
      joinTable(joins),
      { ...targetTable(view.targets), title: 'C. So với chỉ tiêu' },
    ],
    notes: [
      '“Tham gia lần đầu” theo kê khai và theo sổ của đơn vị; mỗi người tính một lần trong cả đợt.',
    ],
    signer: 'Giám đốc BHXH',
  }
}

function eventTable(events: readonly EventLine[]): Report['tables'][number] {
  const sum = (of: (line: EventLine) => number) =>
    events.reduce((total, line) => total + of(line), 0)
  return {
    title: 'A. Hội nghị và nhóm nhỏ',
    columns: [
      text('Xã, phường, thị trấn', 56),
      ...[whole('Số hội nghị'), whole('Số buổi nhóm nhỏ'), whole('Số người dự')],
      whole('Số người được tư vấn', 18),
      text('Đơn vị phối hợp', 50),
      whole(['Đăng ký tại chỗ', 'BHXH tự nguyện'], 18),
      whole(['Đăng ký tại chỗ', 'BHYT hộ gia đình'], 18),
    ],
    rows: [
      ...events.map((line) => ({
        cells: [
          ...[line.commune, line.conferences, line.smallGroups, line.attendees, line.consultations],
          line.organisers.map((each) => organiserNames[each]).join(', '),
          ...[line.signUps['bhxh-tn'], line.signUps['bhyt-hgd']],
        ],
      })),
      {
        cells: [
          ...['Cộng', sum((line) => line.conferences), sum((line) => line.smallGroups)],
          ...[sum((line) => line.attendees), sum((line) => line.consultations), null],
          ...[sum((line) => line.signUps['bhxh-tn']), sum((line) => line.signUps['bhyt-hgd'])],
        ],
        bold: true,
      },
    ],
  }
}

function joinTable(joins: readonly JoinLine[]): Report['tables'][number] {
  const names = { 'bhxh-tn': 'BHXH tự nguyện', 'bhyt-hgd': 'BHYT hộ gia đình' }
  const columns = (scheme: Scheme): ReportColumn[] => [
    whole([names[scheme], 'Lần đầu'], 13),
    whole([names[scheme], 'Tái tham gia'], 13),
    whole([names[scheme], scheme === 'bhxh-tn' ? 'Đóng tiếp' : 'Gia hạn'], 13),
    whole([names[scheme], 'Cộng'], 13),
    money([names[scheme], 'Tiền người tham gia đóng'], 26),
  ]
  const cells = (lines: readonly JoinLine[], scheme: Scheme): ReportCell[] => {
    const sum = (of: keyof JoinLine['schemes'][Scheme]) =>
      lines.reduce((total, line) => total + line.schemes[scheme][of], 0)
    const kinds = [sum('first'), sum('returning'), sum('renewing')]
    return [...kinds, kinds.reduce((total, count) => total + count, 0), sum('payer')]
  }
  const row = (lines: readonly JoinLine[]): ReportCell[] => [
    ...[...cells(lines, 'bhxh-tn'), ...cells(lines, 'bhyt-hgd')],
    lines.reduce((total, { households }) => total + households, 0),
  ]
  return {
    title: 'B. Người tham gia',
    columns: [
      ...[text('Xã, phường, thị trấn', 44), text('Tổ chức thu', 42)],
      ...[...columns('bhxh-tn'), ...columns('bhyt-hgd'), whole(['BHYT hộ gia đình', 'Số hộ'], 13)],
    ],
    rows: [
      ...joins.map((line) => ({
        cells: [line.commune, collectorNames[line.collector], ...row([line])],
      })),
      { cells: ['Cộng', null, ...row(joins)], bold: true },
    ],
  }
}
