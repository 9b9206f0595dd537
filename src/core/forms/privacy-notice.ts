import { type BoxCheck, needs, type OfficeHead, type PaperMarks } from './record.ts'

/**
 * What people are told about their data when they sign up: the law, the paragraphs with everything
 * filled in, the version of the wording, and `draft` while the office's lawyers did not approve it.
 */
export type PrivacyNoticeRecord = PaperMarks & {
  office: OfficeHead
  head: string | null
  address: string | null
  law: string
  version: string
  draft: string | null
  paragraphs: string[]
}

const boxes = needs<PrivacyNoticeRecord>([
  { box: 'Kính gửi', field: 'họ tên chủ hộ', path: ['head'], value: (r) => r.head },
])

/** What the notice must say, by edition. */
export const privacyNoticeBoxes: Record<'ND13' | 'L91', BoxCheck<PrivacyNoticeRecord>> = {
  ND13: boxes,
  L91: boxes,
}
