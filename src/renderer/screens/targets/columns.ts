import type { PlanRead } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { Phrase } from '#core/messages.ts'
import { formatMoney } from '#core/money.ts'
import type { Plan, PlanPart } from '#core/target-plan.ts'
import { texts } from '#core/texts.ts'
import type { Say } from '../../language.tsx'

type Column<P extends PlanPart> = {
  head: Phrase
  cell: (row: Plan[P][number]) => string
  right?: true
}

const { targets, overview, terms } = texts

const days = (row: { from: string; to: string }) =>
  row.from === row.to ? formatDate(row.from) : `${formatDate(row.from)} – ${formatDate(row.to)}`
const maybe = (count: number | null) => (count === null ? '–' : formatMoney(count))

/** What the table of each part shows. */
export function columnsOf(part: PlanPart, read: PlanRead, say: Say): Column<PlanPart>[] {
  const whose = ({ commune, collector }: Plan['assignments'][number]): string => {
    if (collector) return say(terms.collector[collector])
    const known = read.communes.find(
      (one) => one.code === commune?.code && one.validFrom === commune.validFrom,
    )
    return known?.name ?? commune?.code ?? ''
  }
  const columns: { [P in PlanPart]: Column<P>[] } = {
    campaigns: [
      { head: targets.name, cell: ({ name }) => name },
      { head: targets.from, cell: days },
      { head: targets.launchDay, cell: ({ launchDay }) => formatDate(launchDay) },
      { head: targets.source, cell: ({ source }) => source },
    ],
    targets: [
      { head: targets.name, cell: ({ label }) => label },
      { head: targets.measure, cell: ({ measure }) => say(targets.measures[measure]) },
      {
        head: targets.scope,
        cell: ({ scope }) => say(scope === 'unit' ? targets.unit : targets.city),
      },
      { head: targets.from, cell: days },
      { head: targets.value, cell: ({ value }) => formatMoney(value), right: true },
    ],
    assignments: [
      { head: targets.whose, cell: whose },
      { head: targets.measure, cell: ({ measure }) => say(targets.measures[measure]) },
      { head: targets.from, cell: days },
      { head: targets.value, cell: ({ value }) => formatMoney(value), right: true },
      { head: targets.newPeople, cell: ({ newPeople }) => maybe(newPeople), right: true },
    ],
    sizes: [
      { head: targets.from, cell: ({ from }) => formatDate(from) },
      { head: targets.population, cell: ({ population }) => formatMoney(population), right: true },
      {
        head: targets.labourForce,
        cell: ({ labourForce }) => formatMoney(labourForce),
        right: true,
      },
      {
        head: targets.bhytElsewhere,
        cell: ({ bhytElsewhere }) => maybe(bhytElsewhere),
        right: true,
      },
      {
        head: targets.bhxhElsewhere,
        cell: ({ bhxhElsewhere }) => maybe(bhxhElsewhere),
        right: true,
      },
      { head: targets.source, cell: ({ source }) => source },
    ],
    coverage: [
      { head: targets.measure, cell: ({ measure }) => say(overview.coverageOf[measure]) },
      { head: targets.from, cell: ({ from }) => formatDate(from) },
      {
        head: targets.percent,
        cell: ({ permille }) => String(permille / 10).replace('.', ','),
        right: true,
      },
      { head: targets.source, cell: ({ source }) => source },
    ],
  }
  return columns[part] as Column<PlanPart>[]
}
