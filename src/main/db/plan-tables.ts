import type { Generated } from 'kysely'
import type { Collector, Scheme } from '#core/terms.ts'

/** Campaigns, targets and the running counts of the overview: rows as `migrations/` creates them. Days are ISO dates, instants ISO UTC, money đồng. */
export type PlanTables = {
  coverage: {
    person_id: number
    scheme: Scheme
    enrolment_id: number
    valid_to: string
    commune_code: string
    commune_from: string
  }
  coverage_count: {
    commune_code: string
    commune_from: string
    scheme: Scheme
    valid_to: string
    people: number
  }
  campaign: {
    id: string
    name: string
    launch_day: string
    from_date: string
    to_date: string
    source: string
  }
  assignment: {
    id: string
    measure: string
    commune_code: string | null
    commune_from: string | null
    collector: Collector | null
    from_date: string
    to_date: string
    value: number
    new_people: number | null
  }
  area_size: {
    from_date: string
    population: number
    labour_force: number
    bhyt_elsewhere: number | null
    bhxh_elsewhere: number | null
    source: string
  }
  coverage_target: { measure: string; from_date: string; permille: number; source: string }
  plan_import: {
    id: Generated<number>
    file_name: string
    sha256: string
    before: string
    after: string
    imported_by: string
    imported_at: string
    undone_at: string | null
  }
}
