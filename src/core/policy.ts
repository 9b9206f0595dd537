import { z } from 'zod'
import { isIsoDate } from './date.ts'
import { type Row, tableOf } from './policy-row.ts'
import { fail, ok, type Result } from './result.ts'
import type { SupportGroup } from './terms.ts'
import { Office, type Places, parseUnits } from './units.ts'

const day = z.string().refine(isIsoDate)
const dong = z.number().int().positive().max(1_000_000_000)
const percent = z.number().min(0).max(100)
const months = z.number().int().min(0).max(600)

const Amounts = z.strictObject({
  baseSalary: tableOf(dong),
  referenceAmount: tableOf(dong),
  povertyLine: tableOf(dong),
})

const groupRates = z.strictObject({
  poor: percent.nullable(),
  'near-poor': percent.nullable(),
  ethnic: percent.nullable(),
  other: percent.nullable(),
})

/**
 * Support in percent of the contribution on the poverty line, by group. A group without a rate of
 * its own takes the rate of `other`; no rates at all means "not known yet".
 */
export type GroupRates = Record<SupportGroup, number | null>

const LocalRates = groupRates.extend({ province: z.string() })
// A share, not a percentage: 0.00628 is 0.628 % a month; more than 5 % is a slip of the keyboard.
const MonthlyYield = z.number().positive().max(0.05)

const Voluntary = z.strictObject({
  contributionRate: tableOf(percent),
  incomeCeiling: tableOf(
    z.strictObject({
      times: z.number().int().positive(),
      of: z.enum(['baseSalary', 'referenceAmount']),
    }),
  ),
  incomeStep: tableOf(z.strictObject({ step: dong, offStep: z.enum(['refused', 'warned']) })),
  methods: tableOf(
    z.strictObject({
      method: z.enum(['1m', '3m', '6m', '12m', '2y', '3y', '4y', '5y']),
      months,
      payWithin: months,
    }),
  ),
  missingMonths: tableOf(z.strictObject({ max: months, years: z.number().int() })),
  latePayment: tableOf(z.literal('compound')),
  stateSupport: tableOf(groupRates),
  supportCap: tableOf(z.strictObject({ months, countedFrom: day })),
  localSupport: tableOf(LocalRates),
  yields: tableOf(MonthlyYield),
})

const HealthLocal = z.strictObject({
  province: z.string(),
  group: z.string(),
  percent: percent.nullable(),
})

const Health = z.strictObject({
  contributionRate: tableOf(percent),
  ladder: tableOf(z.array(percent).min(1)),
  terms: tableOf(z.strictObject({ months: z.array(months), shown: z.array(months) })),
  individual: tableOf(percent),
  supports: tableOf(
    z.strictObject({
      group: z.string(),
      label: z.string(),
      percent,
      mayChooseHousehold: z.boolean(),
    }),
  ),
  localSupports: tableOf(HealthLocal),
  breaks: tableOf(z.strictObject({ unit: z.enum(['months', 'days']), count: months })),
  waitDays: tableOf(months),
  fiveYears: tableOf(months),
})

/** The effective-dated rules of the office: amounts, both schemes, units and offices. */
export type Policy = {
  places: Places
  amounts: z.infer<typeof Amounts>
  voluntary: z.infer<typeof Voluntary>
  health: z.infer<typeof Health>
}

/** The policy files as read: `units.csv` as text, the others as parsed JSON. */
export type PolicyFiles = {
  units: string
  offices: unknown
  amounts: unknown
  voluntary: unknown
  health: unknown
}

/**
 * What an office adds to the shipped policy: ids of pending rows it confirmed, yields published by
 * VSS, and local support from a resolution. Its rows win over shipped ones on the same day.
 */
export const OfficePolicy = z.strictObject({
  confirmed: z.array(z.string()).default([]),
  yields: tableOf(MonthlyYield).default([]),
  localSupport: tableOf(LocalRates).default([]),
  healthLocalSupports: tableOf(HealthLocal).default([]),
})
export type OfficePolicy = z.infer<typeof OfficePolicy>

/** Reads the policy files; the first file and field that is wrong is named (`policy.bad-file`). */
export function parsePolicy(files: PolicyFiles): Result<Policy> {
  const units = parseUnits(files.units)
  if (!units.ok) return units
  const offices = readTable('offices.json', z.array(Office), files.offices)
  if (!offices.ok) return offices
  const amounts = readTable('amounts.json', Amounts, files.amounts)
  if (!amounts.ok) return amounts
  const voluntary = readTable('voluntary.json', Voluntary, files.voluntary)
  if (!voluntary.ok) return voluntary
  const health = readTable('health.json', Health, files.health)
  if (!health.ok) return health
  const policy: Policy = {
    places: { units: units.value, offices: offices.value },
    amounts: amounts.value,
    voluntary: voluntary.value,
    health: health.value,
  }
  return withoutConflicts(policy)
}

function readTable<T>(file: string, schema: z.ZodType<T>, data: unknown): Result<T> {
  const parsed = schema.safeParse(data)
  if (parsed.success) return ok(parsed.data)
  const field = parsed.error.issues[0]?.path.join('.') ?? ''
  return fail('policy.bad-file', { file, field: field || '1' })
}

/** What tells the rows of one table apart when several hold on the same day. */
export function keyOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const { method, group, province } = value as Record<string, unknown>
  return [method, group, province].join('|')
}

const overlap = (a: Row<unknown>, b: Row<unknown>): boolean =>
  (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999')

/**
 * Whether a row may stand beside earlier ones: two rows for one thing on one day would make an amount
 * depend on their order.
 */
export function isSound(row: Row<unknown>, earlier: Row<unknown>[]): boolean {
  if (row.from !== null && row.to !== null && row.to < row.from) return false
  const rivals = earlier.filter((other) => !row.pending && !other.pending && overlap(row, other))
  return rivals.every((other) => keyOf(other.value) !== keyOf(row.value))
}

function withoutConflicts(policy: Policy): Result<Policy> {
  const { amounts, voluntary, health } = policy
  const ids = new Set<string>()
  for (const [file, tables] of Object.entries({ amounts, voluntary, health }))
    for (const [table, rows] of Object.entries(tables) as [string, Row<unknown>[]][])
      for (const [index, row] of rows.entries()) {
        if (ids.has(row.id) || !isSound(row, rows.slice(0, index)))
          return fail('policy.bad-file', { file: `${file}.json`, field: `${table}.${row.id}` })
        ids.add(row.id)
      }
  return ok(policy)
}

/** The shipped policy with what the office confirmed and entered. */
export function adaptPolicy(policy: Policy, office: OfficePolicy): Policy {
  const confirm = <T>(rows: Row<T>[]): Row<T>[] => {
    const confirmed = rows.filter((row) => row.pending && office.confirmed.includes(row.id))
    return [...confirmed.map((row) => ({ ...row, pending: undefined })), ...rows]
  }
  return {
    ...policy,
    amounts: {
      baseSalary: confirm(policy.amounts.baseSalary),
      referenceAmount: confirm(policy.amounts.referenceAmount),
      povertyLine: confirm(policy.amounts.povertyLine),
    },
    voluntary: {
      ...policy.voluntary,
      yields: [...office.yields, ...policy.voluntary.yields],
      localSupport: [...office.localSupport, ...policy.voluntary.localSupport],
    },
    health: {
      ...policy.health,
      localSupports: [...office.healthLocalSupports, ...policy.health.localSupports],
    },
  }
}
