import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { reportingOn } from '#core/city/roll-up.ts'
import { addDays, type IsoDate, weekdayName } from '#core/date.ts'
import { wizardTexts } from '#core/messages/ui-wizard.ts'
import { type Random, randomFrom } from '#core/practice/random.ts'
import { makeUnitFacts } from '#core/practice/unit-facts.ts'
import { fail, must, ok, type Result } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { summarise } from '#core/summary-count.ts'
import { communesOf, displayName, type Office as OfficeEntry } from '#core/units.ts'
import { checkBytes } from '../exchange/inbox.ts'
import { openKey, type SigningKey } from '../exchange/key.ts'
import { makePracticeKey } from '../exchange/practice-key.ts'
import { signText, writeOut } from '../exchange/sign.ts'
import { trustOnly } from '../exchange/trust.ts'
import { drawSummaryCover } from '../forms/summary-cover.ts'
import { writeDurably } from './files.ts'
import { change, type Office } from './office.ts'
import { practiceActor as actor, type Making } from './practice.ts'
import { saveFiles } from './receive.ts'
import { coverOf } from './summary-cover.ts'
import { trustFolder } from './trust-folder.ts'

/** The days whose files the units send, and how many units; the same seed gives the same figures. */
export type PracticeFiles = { from: IsoDate; to: IsoDate; units: number; seed: number }

const noHash = '0'.repeat(64)

/** What a unit of the play has sent so far. */
type Sender = {
  entry: OfficeEntry
  key: SigningKey
  sequence: number
  previous: string | null
}

/**
 * Fills a practice city office with the signed files of made-up days, as if the units had sent them in
 * time. So that there is something to see, the second unit misses a day in five, the third misses a
 * number, and the fourth sends some days twice.
 */
export async function addPracticeFiles(
  office: Office,
  order: PracticeFiles,
  onProgress: (making: Making) => void,
): Promise<Result<{ files: number }>> {
  if (!office.row.practice) return fail('office.not-practice')
  const random = randomFrom(order.seed)
  const days = daysOf(order)
  const total = order.units + days.length
  const tell = (done: number) => onProgress({ done, total, label: wizardTexts.practiceFiles })
  const senders = await makeSenders(office, order, tell)
  let files = 0
  for (const [index, day] of days.entries()) {
    for (const [place, sender] of senders.entries()) {
      const lost = place === 2 && sender.sequence === 1
      if (place === 1 && random.chance(20)) continue
      files += await sendDay(office, random, sender, day, lost ? 0 : place === 3 ? 2 : 1)
    }
    tell(senders.length + index + 1)
  }
  const { seed } = order
  await change(office, actor, (_db, audit) =>
    audit({ event: 'practice.added', subject: 'office', detail: { households: 0, seed } }),
  )
  return ok({ files })
}

function daysOf({ from, to }: PracticeFiles): IsoDate[] {
  const days: IsoDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const works = !['thứ Bảy', 'Chủ nhật'].includes(weekdayName(day))
    if (works || day === launchDay) days.push(day)
  }
  return days
}

async function makeSenders(
  office: Office,
  { from, units }: PracticeFiles,
  tell: (done: number) => void,
): Promise<Sender[]> {
  const entries = reportingOn(office.ground.policy.places, from).slice(0, units)
  const senders: Sender[] = []
  for (const entry of entries) {
    const password = randomBytes(12).toString('hex')
    const made = must(
      await makePracticeKey({
        unitCode: entry.code,
        unitName: entry.name,
        password,
        now: new Date(`${from}T01:00:00Z`),
      }),
    )
    writeDurably(join(trustFolder(office), `thuc-hanh-${entry.code}.pem`), made.certificatePem)
    const key = must(await openKey(made.p12, password))
    senders.push({ entry, key, sequence: 0, previous: null })
    tell(senders.length)
  }
  return senders
}

/** Makes the files of a unit's day and takes them in as on that evening; `sendings` 0 loses the file. */
async function sendDay(
  office: Office,
  random: Random,
  sender: Sender,
  day: IsoDate,
  sendings: 0 | 1 | 2,
): Promise<number> {
  const evening = new Date(`${day}T10:30:00Z`)
  const then: Office = { ...office, ground: { ...office.ground, now: () => evening } }
  let replaces: Summary['replaces'] = null
  for (let revision = 1; revision <= Math.max(1, sendings); revision += 1) {
    const summary = makeSummary(then, random, sender, { day, revision, replaces })
    const text = must(writeOut(summary, sender.key))
    const pdf = await drawSummaryCover(coverOf(summary, text.json), office.ground)
    const bytes = must(await signText(text, { pdf }, sender.key))
    const checked = await checkBytes(summary.unit.code, bytes, trustOnly(sender.key.certificate))
    sender.sequence += 1
    sender.previous = checked.sha256
    replaces = { sequence: sender.sequence, sha256: checked.sha256 ?? noHash }
    if (sendings > 0) await saveFiles(then, actor, [checked])
  }
  return sendings
}

type Sending = Pick<Summary, 'revision' | 'replaces'> & { day: IsoDate }

function makeSummary(
  { ground }: Office,
  random: Random,
  { entry, sequence, previous }: Sender,
  { day, revision, replaces }: Sending,
): Summary {
  const communes = communesOf(ground.policy.places, entry, day).map((unit) => ({
    code: unit.code,
    validFrom: unit.validFrom,
    name: displayName(unit),
  }))
  const [first, ...others] = communes
  if (!first) throw new Error(`${entry.name} has no communes on ${day}`)
  const launch = day === launchDay
  return summarise(
    makeUnitFacts(random, {
      header: {
        unit: { code: entry.code, name: entry.name, from: entry.from ?? '' },
        period: { kind: launch ? 'launch-day' : 'day', from: day, to: day },
        ...{ sequence: sequence + 1, revision, previous, replaces },
        createdAt: `${day}T10:00:00Z`,
        createdBy: 'Cán bộ nhập (thực hành)',
        approvedBy: 'Thủ trưởng (thực hành)',
        appVersion: ground.version,
        practice: true,
        auditHead: { hash: noHash, events: 0 },
        ...{ reopened: null, clockBack: false, pooledBelow: 0 },
      },
      communes: [first, ...others],
      joiners: launch ? random.between(90, 320) : random.between(5, 40),
      conferences: launch ? random.between(0, 3) : random.between(0, 1),
    }),
  )
}

const launchDay = '2024-11-16'
