import type { CountedWish } from '#core/contract/overview-calls.ts'
import type { CallAnswer } from '#core/contract.ts'
import type { IsoDate } from '#core/date.ts'
import { type Overview, overview } from '#core/overview.ts'
import type { AreaCommune } from '#core/overview-facts.ts'
import type { OverviewGround } from '#core/overview-ground.ts'
import type { Report, ReportOrder } from '#core/reports.ts'
import type { Unit } from '#core/units.ts'
import { settleCounts } from '../db/overview-settle.ts'
import { listBehind } from '../figures/counted.ts'
import { gatherOverview } from '../figures/overview.ts'
import { readReport } from '../figures/reports.ts'
import type { Source } from '../figures/source.ts'
import { communesOn } from './area.ts'
import { type Office, todayInVietnam } from './office.ts'
import { policyOf } from './office-policy.ts'
import { overviewData } from './overview-data.ts'

/** Every figure of the overview on a day, in one snapshot of the book. */
export async function readOverview(office: Office, on: IsoDate): Promise<Overview> {
  return here(office, on, async (source) => overview(await gatherOverview(source, on)))
}

/** A page of the people behind a figure; the total is the figure itself. */
export async function readCounted(
  office: Office,
  wish: CountedWish,
): Promise<CallAnswer<'overview.people'>> {
  return here(office, wish.figure.on, (source) => listBehind(source, wish))
}

/** The figures of a report, in one snapshot of the book. */
export async function readReportHere(office: Office, order: ReportOrder): Promise<Report> {
  return here(office, order.on, (source) => readReport(source, order))
}

async function here<T>(office: Office, on: IsoDate, read: (source: Source) => Promise<T>) {
  const { db, raw } = office.store
  return db.transaction().execute((snapshot) => {
    // What another tool changed in the book is counted before it is looked at.
    settleCounts(raw)
    return read({ db: snapshot, raw, ground: overviewGround(office, on), tell: () => {} })
  })
}

/** What the figures of a day rest on besides the book. */
export function overviewGround(office: Office, on: IsoDate): OverviewGround {
  const { code, name, practice } = office.row
  const { holidays, coverage } = overviewData(office.ground)
  return {
    ...{ unit: { code, name, practice }, policy: policyOf(office), holidays, coverage },
    communes: communesNow(office, on),
    today: todayInVietnam(office.ground.now()),
  }
}

type Area = { of: string; communes: AreaCommune[] }

/** The area of the last day asked for: places change with a policy, never while the app runs. */
const lastAreas = new WeakMap<readonly Unit[], Area>()

function communesNow(office: Office, on: IsoDate): AreaCommune[] {
  const { places } = office.ground.policy
  const of = `${office.row.code} ${on}`
  const last = lastAreas.get(places.units)
  if (last?.of === of) return last.communes
  const communes = communesOn(places, office.row.code, on).map(({ code, validFrom, name }) => ({
    ...{ code, validFrom, name },
    isCurrent: true,
  }))
  lastAreas.set(places.units, { of, communes })
  return communes
}
