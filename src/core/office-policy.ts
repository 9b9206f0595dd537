import { z } from 'zod'
import { type Changes, changesBetween } from './audit.ts'
import { formatDate } from './date.ts'
import { IsoDay, typedLine } from './person.ts'
import { isSound, type OfficePolicy, type Policy } from './policy.ts'
import type { Row } from './policy-row.ts'
import { fail, ok, type Result } from './result.ts'

/** The province whose local support an office of Hà Nội gives. */
export const province = '01'

const percent = z.number().min(0).max(100)
const source = typedLine(200).min(1)
const days = { from: IsoDay, to: IsoDay.nullable() }
const rows = <T extends z.ZodType>(row: T) => z.array(row).max(100)

/**
 * What the head of an office enters. A yield is the average monthly one of `year` in percent and
 * holds for payments of the year after; support is in percent, by group; `source` is the number of
 * the announcement or resolution.
 */
export const OfficePolicyForm = z.strictObject({
  confirmed: z.array(z.string().max(60)).max(100),
  yields: rows(
    z.strictObject({
      year: z.number().int().min(2007).max(2100),
      percent: z.number().positive().max(5),
      source,
    }),
  ),
  localSupport: rows(
    z.strictObject({
      ...days,
      poor: percent.nullable(),
      'near-poor': percent.nullable(),
      ethnic: percent.nullable(),
      other: percent.nullable(),
      source,
    }),
  ),
  healthSupport: rows(z.strictObject({ ...days, group: z.string().max(60), percent, source })),
})
export type OfficePolicyForm = z.infer<typeof OfficePolicyForm>

/**
 * What was entered as policy rows. Refused: a confirmed row that does not wait for confirmation, an
 * unknown BHYT group, an end before its beginning, and two rows for one thing on one day.
 */
export function makeOfficePolicy(form: OfficePolicyForm, shipped: Policy): Result<OfficePolicy> {
  const waiting = new Set(pendingRows(shipped).map(({ id }) => id))
  const unknown = form.confirmed.find((id) => !waiting.has(id))
  if (unknown !== undefined) return fail('policy.not-pending', { row: unknown }, ['confirmed'])
  const groups = new Set(shipped.health.supports.map(({ value }) => value.group))
  const stray = form.healthSupport.findIndex(({ group }) => !groups.has(group))
  if (stray >= 0) return fail('policy.group-needed', {}, ['healthSupport', stray, 'group'])
  const own: OfficePolicy = {
    confirmed: [...new Set(form.confirmed)],
    yields: form.yields.map(yieldRow),
    localSupport: form.localSupport.map(supportRow),
    healthLocalSupports: form.healthSupport.map(healthRow),
  }
  return (
    firstClash('yields', own.yields) ??
    firstClash('localSupport', own.localSupport) ??
    firstClash('healthSupport', own.healthLocalSupports) ??
    ok(own)
  )
}

/** The rows of the shipped policy that count only after the office confirms them. */
export function pendingRows({ amounts }: Policy): Row<number>[] {
  return Object.values(amounts)
    .flat()
    .filter((row) => row.pending)
}

// From percent to a share without a binary tail: 0.628 % is 0.00628.
const share = (value: number): number => Number((value / 100).toFixed(8))

function yieldRow({ year, percent, source }: OfficePolicyForm['yields'][number]) {
  const paid = year + 1
  return {
    id: `own-yield-${year}`,
    from: `${paid}-01-01`,
    to: `${paid}-12-31`,
    value: share(percent),
    source,
    confidence: 'H' as const,
  }
}

function supportRow({ from, to, source, ...rates }: OfficePolicyForm['localSupport'][number]) {
  const value = { province, ...rates }
  return { id: `own-support-${from}`, from, to, value, source, confidence: 'H' as const }
}

function healthRow(entry: OfficePolicyForm['healthSupport'][number]) {
  const { from, to, group, percent, source } = entry
  const value = { province, group, percent }
  return { id: `own-bhyt-${group}-${from}`, from, to, value, source, confidence: 'H' as const }
}

function firstClash(table: keyof OfficePolicyForm, rows: Row<unknown>[]) {
  for (const [index, row] of rows.entries()) {
    const path = [table, index, table === 'yields' ? 'year' : 'from']
    if (row.from !== null && row.to !== null && row.to < row.from) {
      const values = { from: formatDate(row.from), to: formatDate(row.to) }
      return fail('policy.ends-early', values, [table, index, 'to'])
    }
    if (isSound(row, rows.slice(0, index))) continue
    const date = formatDate(row.from ?? '')
    return fail(table === 'yields' ? 'policy.year-twice' : 'policy.overlap', { date }, path)
  }
  return null
}

/** What an office entered, as its form shows it again. */
export function formOf(own: OfficePolicy): OfficePolicyForm {
  return {
    confirmed: own.confirmed,
    yields: own.yields.map(({ from, value, source }) => ({
      year: Number(from?.slice(0, 4)) - 1,
      percent: Number((value * 100).toFixed(6)),
      source,
    })),
    localSupport: own.localSupport.map(({ from, to, value, source }) => {
      const { province: _, ...rates } = value
      return { from: from ?? '', to, ...rates, source }
    }),
    healthSupport: own.healthLocalSupports.map(({ from, to, value, source }) => ({
      from: from ?? '',
      to,
      group: value.group,
      percent: value.percent ?? 0,
      source,
    })),
  }
}

/** What a change of the office's policy changes, field by field; a row taken out goes to null. */
export function policyChanges(before: OfficePolicy, after: OfficePolicy): Changes {
  const [old, next] = [fieldsOf(before), fieldsOf(after)]
  const gone = Object.keys(old).map((field) => [field, null] as const)
  return changesBetween(old, { ...Object.fromEntries(gone), ...next })
}

function fieldsOf({ confirmed, ...tables }: OfficePolicy): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const id of confirmed) fields[`confirmed.${id}`] = true
  for (const row of Object.values(tables).flat()) {
    const { id, from, to, value, source } = row
    const values = typeof value === 'object' ? value : { value }
    for (const [field, held] of Object.entries({ from, to, ...values, source }))
      fields[`${id}.${field}`] = held
  }
  return fields
}
