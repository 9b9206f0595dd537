import type { CommuneRef } from '#core/household.ts'
import type { OverviewGround } from '#core/overview-ground.ts'
import { displayName, unitByKey } from '#core/units.ts'
import type { Db } from '../db/kysely.ts'
import type { Store } from '../db/open.ts'
import type { CountTold } from '../db/overview.ts'

/** Where figures come from: a snapshot of the book, its ground, and who hears how far the counting is. */
export type Source = {
  db: Db
  raw: Store['raw']
  ground: OverviewGround
  tell: CountTold
}

/** A commune as it is written on paper; its code when the list of units does not know it. */
export function nameOfCommune({ policy }: OverviewGround, commune: CommuneRef): string {
  const unit = unitByKey(policy.places, commune)
  return unit ? displayName(unit) : commune.code
}
