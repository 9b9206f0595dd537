import { fill, type Language, type Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import type { Complaint } from '../../components/error-summary.tsx'
import { sayWrong, type Wrongs } from '../../components/reading.ts'

const boxes: Record<string, Phrase> = {
  'household.commune': texts.enrol.commune,
  'household.address': texts.enrol.address,
  'household.phone': texts.enrol.householdPhone,
  signedOn: texts.enrol.signedOn,
  collector: texts.enrol.collector,
  conferenceId: texts.enrol.source,
  relation: texts.enrol.relation,
  occupation: texts.enrol.occupation,
  'person.name': texts.enrol.name,
  'person.birth': texts.enrol.birth,
  'person.sex': texts.enrol.sex,
  'person.personalNumber': texts.enrol.personalNumber,
  'person.insuranceNumber': texts.enrol.insuranceNumber,
  'person.phone': texts.enrol.phone,
  'person.nationality': texts.enrol.nationality,
  'person.ethnicity': texts.enrol.ethnicity,
  'person.email': texts.enrol.email,
  'person.careFacility': texts.enrol.careFacility,
  'person.birthPlace': texts.enrol.birthPlace,
  'person.guardian': texts.enrol.guardian,
  'person.delivery': texts.enrol.delivery,
  'bhxh.income': texts.enrol.income,
  'bhxh.method': texts.enrol.method,
  'bhxh.group': texts.enrol.group,
  'bhxh.declaredUntil': texts.quote.declaredSpoken,
  'bhxh.kind': texts.enrol.bhxhKind,
  'bhyt.months': texts.enrol.months,
  'bhyt.support': texts.enrol.support,
  'bhyt.cardEnds': texts.enrol.cardEnds,
  'bhyt.kind': texts.enrol.bhytKind,
  'bhxh.kindNote': texts.enrol.kindNoteShort,
  'bhyt.kindNote': texts.enrol.kindNoteShort,
  bhxh: texts.terms.scheme['bhxh-tn'],
  bhyt: texts.terms.scheme['bhyt-hgd'],
}

/** The label of the box with a path inside a row or the household, or of the nearest one around it. */
function labelOf(path: string): Phrase | undefined {
  const parts = path.split('.')
  while (parts.length > 0) {
    const label = boxes[parts.join('.')]
    if (label) return label
    parts.pop()
  }
  return undefined
}

/** What is wrong by box, as lines of the error summary in the order of the form. */
export function complaintsOf(wrongs: Wrongs, language: Language): Complaint[] {
  return Object.entries(wrongs).map(([path, what]) => {
    const row = /^members\.(\d+)\.?(.*)$/.exec(path)
    const inner = row ? (row[2] ?? '') : path
    const label = labelOf(inner)
    const where = [
      row && fill(texts.enrol.member, language, { n: Number(row[1]) + 1 }),
      what !== 'required' && label && fill(label, language),
    ]
    return {
      path,
      where: where.filter(Boolean).join(', '),
      message: sayWrong(what, label, language),
    }
  })
}
