import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IsoDate } from '#core/date.ts'
import { workCalendar } from '#core/overview-days.ts'
import type { PaperContext } from '#core/papers/facts.ts'
import {
  OwnPrivacy,
  PrivacyRules,
  type RegimeInUse,
  type RetentionKind,
  type RetentionRow,
  regimeOn,
  regimesInUse,
  retentionOf,
} from '#core/privacy/rules.ts'
import type { Db } from '../../db/kysely.ts'
import { readSetting, readSettingNow } from '../../db/office.ts'
import { type Ground, type Office, todayInVietnam } from '../office.ts'
import { overviewData } from '../overview-data.ts'

/** The key under which the head's own wordings, contact and terms are kept. */
export const privacySetting = 'privacy'

const known = new Map<string, PrivacyRules>()

/** The shipped rules on personal data; a damaged installation throws. */
export function privacyRules({ resources }: Pick<Ground, 'resources'>): PrivacyRules {
  const made =
    known.get(resources) ??
    PrivacyRules.parse(JSON.parse(readFileSync(join(resources, 'policy', 'privacy.json'), 'utf8')))
  known.set(resources, made)
  return made
}

/** What the head entered: contact, wordings, terms; nothing at first. */
export async function readOwnPrivacy(db: Db): Promise<OwnPrivacy> {
  return OwnPrivacy.parse(JSON.parse((await readSetting(db, privacySetting)) ?? '{}'))
}

/** The law of a day with the office's own wordings. */
export async function regimeFor(ground: Ground, db: Db, day: IsoDate): Promise<RegimeInUse> {
  return regimeOn(privacyRules(ground), await readOwnPrivacy(db), day)
}

/** What people are told about their data, for papers drawn now. */
export function privacyInUse(office: Office): PaperContext['privacy'] {
  const kept = readSettingNow(office.store.raw, privacySetting)
  const own = OwnPrivacy.parse(JSON.parse(kept ?? '{}'))
  return {
    regimes: regimesInUse(privacyRules(office.ground), own),
    contact: own.contact,
    today: todayInVietnam(office.ground.now()),
  }
}

/** How long a kind of record is kept in this office. */
export async function termOf(office: Office, db: Db, kind: RetentionKind): Promise<RetentionRow> {
  const rows = retentionOf(privacyRules(office.ground), await readOwnPrivacy(db))
  const row = rows.find((each) => each.kind === kind)
  if (!row) throw new Error(`no term for ${kind}`)
  return row
}

/** The working days requests are counted by. */
export function privacyCalendar(office: Office) {
  return workCalendar(overviewData(office.ground).holidays)
}

/** The version of the consent sentence on the attendance sheet of a day. */
export async function consentVersion(office: Office, db: Db, day: IsoDate): Promise<string> {
  return (await regimeFor(office.ground, db, day)).consent.version
}
