import type { Birth } from '../person.ts'
import type { Sex } from '../terms.ts'
import { all, type BoxCheck, needs, needsColumns, type PaperMarks, type Place } from './record.ts'

/** One member of the household on the annex; the head is listed too. */
export type AnnexMember = {
  name: string | null
  insuranceNumber: string | null
  birth: Birth | null
  sex: Sex | null
  nationality: string | null
  ethnicity: string | null
  birthPlace: string | null
  relation: string | null
  personalNumber: string | null
  note: string | null
}

/** The annex "Thành viên hộ gia đình" to TK1-TS; `householdBook` is left blank since 2023. */
export type HouseholdAnnexRecord = PaperMarks & {
  head: string | null
  householdBook: string | null
  householdNumber: string | null
  phone: string | null
  address: Place & { street: string | null; hamlet: string | null }
  members: AnnexMember[]
}

/** The boxes the annex must have filled, by edition. */
export const householdAnnexBoxes: Record<'QD490', BoxCheck<HouseholdAnnexRecord>> = {
  QD490: all(
    needs([
      { box: 'Họ và tên chủ hộ', field: 'họ và tên chủ hộ', path: ['head'], value: (r) => r.head },
      {
        box: 'Xã (phường, thị trấn)',
        field: 'xã, phường, thị trấn',
        path: ['address', 'commune'],
        value: (r) => r.address.commune,
      },
    ]),
    needsColumns('members', (r) => r.members, [
      { column: 'B', field: 'họ và tên', path: 'name', value: (m) => m.name },
      { column: '2', field: 'ngày tháng năm sinh', path: 'birth', value: (m) => m.birth },
      { column: '3', field: 'giới tính', path: 'sex', value: (m) => m.sex },
      { column: '7', field: 'mối quan hệ với chủ hộ', path: 'relation', value: (m) => m.relation },
    ]),
  ),
}
