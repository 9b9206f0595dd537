import type { AttendanceRecord } from '#core/forms/conference-papers.ts'
import type { ConferenceKind } from '#core/terms.ts'
import { fieldRow } from './fields.ts'
import type { Paper } from './paper.ts'
import { dayWords } from './words.ts'

const kinds: Record<ConferenceKind, string> = {
  conference: 'hội nghị tư vấn chính sách BHXH, BHYT',
  'small-group': 'buổi truyền thông nhóm nhỏ về BHXH, BHYT',
}

/** A conference or a small-group session, in running words. */
export function conferenceWords(kind: ConferenceKind): string {
  return kinds[kind]
}

type Held = Pick<AttendanceRecord, 'heldOn' | 'startsAt' | 'place' | 'commune' | 'organisers'>

/** Draws when, where and by whom a conference is held; unknown parts stay dotted lines. */
export function drawWhereAndWhen(paper: Paper, record: Held): void {
  const style = { size: 12, lead: 18 }
  const time = [record.startsAt?.replace(':', ' giờ '), dayWords(record.heldOn)]
  const when = time.filter(Boolean).join(', ngày ')
  fieldRow(
    paper,
    [
      { label: 'Thời gian:', value: when || null },
      { label: 'Xã, phường, thị trấn:', value: record.commune },
    ],
    style,
  )
  fieldRow(paper, [{ label: 'Địa điểm:', value: record.place }], style)
  fieldRow(paper, [{ label: 'Đơn vị tổ chức:', value: record.organisers }], style)
}
