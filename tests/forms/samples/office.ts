import type { RecoverySheet } from '#core/forms/recovery-sheet.ts'
import type { SummaryCover } from '#core/forms/summary-cover.ts'

/** The recovery sheet of a practice office; the code opens nothing. */
export const recovery: RecoverySheet = {
  officeName: 'BHXH huyện Sóc Sơn',
  unitCode: '016',
  recoveryCode: '7K2M-Q9XD-04TR-WZ8H-3FVN-E5JB-6YC1',
  madeOn: '2024-11-15',
  practice: true,
}

/** The cover of a launch day with every figure in it and one endless target. */
export const cover: SummaryCover = {
  officeName: 'BHXH huyện Sóc Sơn',
  unitCode: '016',
  period: { kind: 'launch-day', from: '2024-11-16', to: '2024-11-16' },
  sequence: 12,
  revision: 2,
  madeOn: '2024-11-17',
  totals: [
    { scheme: 'bhxh-tn', kind: 'first', persons: 51, gross: 201_960_000, payer: 181_764_000 },
    { scheme: 'bhxh-tn', kind: 'returning', persons: 7, gross: 27_720_000, payer: 24_948_000 },
    { scheme: 'bhxh-tn', kind: 'renewing', persons: 18, gross: 1_071_280_000, payer: 64_152_000 },
    { scheme: 'bhyt-hgd', kind: 'first', persons: 34, gross: 38_426_400, payer: 38_426_400 },
    {
      scheme: 'bhyt-hgd',
      kind: 'renewing',
      persons: 1120,
      gross: 1_263_600_000,
      payer: 1_263_600_000,
    },
  ],
  people: { joiners: 1201, firstTime: 80, households: 412 },
  conferences: { held: 1, smallGroups: 4, attendees: 260, signUps: 66 },
  targets: [
    { label: 'Người tham gia lần đầu trong ngày ra quân', target: 81, achieved: 80 },
    { label: 'Hội nghị tư vấn trong ngày ra quân', target: 1, achieved: 1 },
    {
      label: `Chỉ tiêu do đơn vị đặt ${'cho từng tổ dân phố, từng thôn '.repeat(4)}<b>`,
      target: 0,
      achieved: 5,
    },
  ],
  adjustments: { entries: 2, gross: -3_960_000, payer: -3_168_000 },
  reopened: null,
  createdBy: 'Trần Văn Cần Cù',
  approvedBy: 'Nguyễn Thị Ngay Thẳng',
  fingerprintOf: 'Dấu vân tay của chứng thư số ký báo cáo',
  fingerprint: '9F2C 41D0 77AE B3E8 05C6 1A9D 4B72 E6F0',
  qr: 'raquan:1;unit=016;kind=launch-day;from=2024-11-16;to=2024-11-16;seq=12;rev=2',
  practice: false,
}
