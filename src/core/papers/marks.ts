import type { CollectorHead, OfficeHead, PaperMarks, Place } from '../forms/record.ts'
import type { CommuneRef } from '../household.ts'
import { termTexts } from '../messages/ui-terms.ts'
import type { Collector } from '../terms.ts'
import { displayName, findUnit, unitByKey } from '../units.ts'
import type { PaperContext } from './facts.ts'

const signedPlace = 'Hà Nội'
/** The province every address of the office lies in. */
export const homeProvince = 'Thành phố Hà Nội'

/** Marks of a paper signed on a day; a blank one leaves the day open. */
export function marksOf(
  context: PaperContext,
  day: string | null,
  about: { recordNumber?: string | null; tie?: string | undefined } = {},
): PaperMarks {
  return {
    recordNumber: about.recordNumber ?? null,
    signedPlace,
    signedOn: context.blank ? null : day,
    practice: context.office.practice,
    checkAgainstOfficial: context.checkAgainstOfficial,
    tie: about.tie,
  }
}

/** The office at the top of its own papers. */
export function officeHead({ office }: PaperContext): OfficeHead {
  return { name: office.name, unitCode: office.code }
}

/** Place names as they were on a day; the district is gone since 1/7/2025. */
export function placeOf(
  { policy }: PaperContext,
  commune: CommuneRef & { name: string },
  day: string,
): Place {
  const parent = unitByKey(policy.places, commune)?.parentCode ?? ''
  const district = parent.length === 3 ? findUnit(policy.places, parent, day) : null
  return {
    commune: commune.name,
    district: district ? displayName(district) : null,
    province: homeProvince,
  }
}

/** Who makes a list: our own counter is the office; of others the store keeps only the kind. */
export function collectorHead({ office }: PaperContext, collector: Collector): CollectorHead {
  const own = collector === 'office-counter'
  return {
    organisation: own ? office.name : collector === 'post' ? termTexts.collector.post.vi : null,
    organisationCode: own ? office.code : null,
    collectorName: null,
    collectorCode: null,
  }
}
