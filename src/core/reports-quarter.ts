import { quarterWords, type Report, type ReportCell, type ReportColumn } from './reports.ts'
import { official, qd366, type ReportHead, text, whole } from './reports-official.ts'
import type { SupportGroup } from './terms.ts'

/** People and đồng of a support group in a commune in a quarter. */
export type SupportLine = {
  commune: string
  group: SupportGroup
  people: number
  gross: number
  payer: number
  support: number
}

const groupNames: [SupportGroup, string, string][] = [
  ['poor', 'a', 'Người thuộc hộ nghèo; xã đảo, đặc khu'],
  ['near-poor', 'b', 'Người thuộc hộ cận nghèo'],
  ['ethnic', 'c', 'Người dân tộc thiểu số'],
  ['other', 'd', 'Người khác'],
]

/** B09a-TS: participants of BHXH tự nguyện and the support of the state, by commune and group. */
export function b09a(head: ReportHead, lines: readonly SupportLine[]): Report {
  const cells = (rows: readonly SupportLine[]): ReportCell[] => {
    const sum = (of: 'people' | 'gross' | 'payer' | 'support') =>
      rows.reduce((total, row) => total + row[of], 0)
    return [sum('people'), sum('gross'), sum('payer'), sum('support'), null, null]
  }
  const communes = [...new Set(lines.map(({ commune }) => commune))]
  const money = (heading: string[], mark: string): ReportColumn => ({
    ...{ heading, width: 30, mark, type: 'money' },
  })
  return {
    ...official(head),
    id: 'b09a-ts',
    mark: ['Mẫu B09a-TS', ...qd366],
    title: 'BẢNG TỔNG HỢP NGƯỜI THAM GIA BHXH, BHTNLĐ TỰ NGUYỆN; NGÂN SÁCH NHÀ NƯỚC HỖ TRỢ',
    subtitle: quarterWords(head.on),
    size: 9,
    tables: [
      {
        title: null,
        columns: [
          text(['TT'], 9, 'A'),
          text(['Xã, phường; đối tượng'], 70, 'B'),
          whole(['Số người tham gia'], 20, '1'),
          money(['Số tiền phải đóng theo đăng ký'], '2'),
          money(['Người tham gia đóng'], '3=2−4'),
          money(['NSNN hỗ trợ'], '4'),
          money(['NSNN đã chuyển'], '5'),
          money(['NSNN chưa chuyển'], '6'),
        ],
        rows: [
          ...communes.flatMap((commune, index) => {
            const own = lines.filter((line) => line.commune === commune)
            return [
              { cells: [String(index + 1), commune, ...cells(own)], bold: true },
              ...groupNames.map(([group, letter, name]) => ({
                cells: [letter, name, ...cells(own.filter((line) => line.group === group))],
              })),
            ]
          }),
          { cells: [null, 'Cộng', ...cells(lines)], bold: true },
        ],
      },
    ],
    notes: [
      'Chỉ gồm BHXH tự nguyện; sổ của đơn vị không theo dõi BHTNLĐ tự nguyện.',
      'Cột 4 gồm ngân sách nhà nước và phần hỗ trợ thêm của Thành phố. Cột 5, 6 do kế toán ghi.',
    ],
  }
}
