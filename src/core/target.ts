import { z } from 'zod'
import { IsoDay, typedLine } from './person.ts'

/**
 * What a target counts: people who join either scheme, people who join for the first time
 * (each person once), conferences, or participants of one scheme.
 */
export const TargetMeasure = z.enum([
  'joiners',
  'first-time-persons',
  'conferences',
  'bhxh-tn-persons',
  'bhyt-hgd-persons',
])
export type TargetMeasure = z.infer<typeof TargetMeasure>

/** A target of the office or the city over a span of days (inclusive ISO dates). */
export const Target = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  label: typedLine(200).min(1),
  measure: TargetMeasure,
  scope: z.enum(['unit', 'city']),
  from: IsoDay,
  to: IsoDay,
  value: z.number().int().min(0).max(100_000_000),
})
export type Target = z.infer<typeof Target>

/** A campaign as shipped in `resources/policy/campaigns.json`. */
export const Campaign = z.strictObject({
  id: z.string(),
  name: z.string(),
  launchDay: IsoDay,
  from: IsoDay,
  to: IsoDay,
  source: z.string(),
  targets: z.array(Target),
})
export type Campaign = z.infer<typeof Campaign>
