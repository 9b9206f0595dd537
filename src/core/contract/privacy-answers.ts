import type { Purpose, RegimeInUse, RetentionRow } from '../privacy/rules.ts'

/** The rules on personal data as they stand in this office. */
export type PrivacyRead = {
  contact: string
  regimes: RegimeInUse[]
  retention: RetentionRow[]
  purposes: Purpose[]
}

type Kind = 'person' | 'attendee' | 'sheet' | 'conference-file' | 'request'

/**
 * Records whose term is over, and the record of destruction, the newest first. `since` is an ISO day,
 * `erasedAt` an instant; `recordId` the number in the store.
 */
export type RetentionReview = {
  due: { kind: Kind; recordId: string; name: string; since: string }[]
  destroyed: {
    id: number
    kind: Kind
    recordId: string
    reason: string
    requestId: number | null
    decidedBy: string
    erasedAt: string
  }[]
}
