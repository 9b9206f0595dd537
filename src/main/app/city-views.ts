import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dayMatrix, type UnitDays } from '#core/city/matrix.ts'
import type { Span } from '#core/city/merge.ts'
import { findGaps, type NumberGaps } from '#core/city/numbers.ts'
import { type CityStand, cityStand } from '#core/city/standing.ts'
import type { CallAnswer, CallInput, ReceivedLine } from '#core/contract.ts'
import type { Language } from '#core/messages.ts'
import { Holiday, workCalendar } from '#core/overview-days.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { summaryFileName } from '#core/summary-name.ts'
import { listFiles, listNumbers, readBytes } from '../db/city-files.ts'
import { listLines, readLineOf } from '../db/city-replies.ts'
import { listTargets } from '../db/office.ts'
import { readTrust } from '../exchange/trust.ts'
import { atCity } from './city-office.ts'
import { readDeadlines } from './city-rules.ts'
import { listCampaigns } from './first-run.ts'
import { type Office, todayInVietnam } from './office.ts'
import { trustFolder } from './trust-folder.ts'
import { judgeBytes } from './verify.ts'

const dayOf = (instant: string): string => todayInVietnam(new Date(instant))

/** Every unit by every day of a span: received, late, replaced, returned, missing. */
export function readMatrix(office: Office, span: Span): Result<UnitDays[]> {
  const city = atCity(office)
  if (!city.ok) return city
  const { ground, store } = office
  const campaigns = listCampaigns(ground)
  const { isWorking } = workCalendar(readHolidays(office))
  return ok(
    dayMatrix(listFiles(store.raw, span, dayOf), span, {
      places: ground.policy.places,
      deadlines: readDeadlines(ground),
      // Between campaigns a unit may report by week or month.
      expects: (day) =>
        campaigns.some(
          (each) =>
            day === each.launchDay || (isWorking(day) && day >= each.from && day <= each.to),
        ),
      today: todayInVietnam(ground.now()),
    }),
  )
}

function readHolidays({ ground }: Office): Holiday[] {
  const path = join(ground.resources, 'policy', 'holidays.json')
  return z.array(Holiday).parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** The numbers that stand out, unit by unit. */
export function readGaps(office: Office): Result<NumberGaps[]> {
  const city = atCity(office)
  return city.ok ? ok(findGaps(listNumbers(office.store.raw))) : city
}

/** The merged figures of a span against the targets, as the units stand on its last day or today. */
export async function readStand(
  office: Office,
  { from, to, units }: CallInput<'city.stand'>,
): Promise<Result<CityStand>> {
  const city = atCity(office)
  if (!city.ok) return city
  if (from > to) return fail('input.invalid', { field: 'from' }, ['from'])
  const { ground, store } = office
  const targets = await listTargets(store.db)
  // A target may count from long before the span.
  const first = [from, ...targets.filter((each) => each.to >= from).map((each) => each.from)].sort()
  const files = listFiles(store.raw, { from: first[0] ?? from, to }, dayOf)
  return ok(
    cityStand(files, {
      span: { from, to },
      on: units === 'then' ? to : todayInVietnam(ground.now()),
      places: ground.policy.places,
      targets,
    }),
  )
}

/** The most files one list shows. */
const mostLines = 2000

/** The received files whose period ends in a span. */
export function readFiles(office: Office, filter: CallInput<'city.files'>): Result<ReceivedLine[]> {
  const city = atCity(office)
  return city.ok ? ok(listLines(office.store.raw, filter, mostLines)) : city
}

/** A received file as it came, verified anew, with its line in the list. */
export async function openReceived(
  office: Office,
  id: number,
  language: Language,
): Promise<Result<CallAnswer<'city.open'>>> {
  const city = atCity(office)
  if (!city.ok) return city
  const line = readLineOf(office.store.raw, id)
  const bytes = readBytes(office.store.raw, id)
  if (!line || !bytes) return fail('city.file-gone', { id })
  const trust = await readTrust(trustFolder(office))
  if (!trust.ok) return trust
  const name = summaryFileName({ ...line, unit: { ...line.unit, from: '' } })
  return ok({ line, verdict: await judgeBytes(bytes, name, trust.value, language) })
}
