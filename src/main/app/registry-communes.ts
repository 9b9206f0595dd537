import type { CommuneUsed } from '#core/contract.ts'
import { displayName, findUnit, isCommune } from '#core/units.ts'
import { communesInUse } from '../db/commune-use.ts'
import type { Office } from './office.ts'

/** The communes that occur in the store, former ones too, in Vietnamese order. */
export async function listCommunesUsed(office: Office): Promise<CommuneUsed[]> {
  const { places } = office.ground.policy
  const units = places.units.filter(isCommune)
  const known = units.map(({ code, validFrom }) => ({ code, validFrom }))
  const used = await communesInUse(office.store.db, known)
  const keys = new Set(used.map(({ code, validFrom }) => `${code} ${validFrom}`))
  const order = new Intl.Collator('vi')
  return units
    .filter(({ code, validFrom }) => keys.has(`${code} ${validFrom}`))
    .map((unit) => {
      const { code, validFrom, validTo, parentCode } = unit
      // A district can be named anew; the commune is shown in the one of its last day.
      const on = validTo || '9999-12-31'
      const district = parentCode.length === 3 ? findUnit(places, parentCode, on) : null
      const districtName = district ? displayName(district) : null
      return { code, validFrom, validTo: validTo || null, name: displayName(unit), districtName }
    })
    .toSorted((a, b) => order.compare(a.name, b.name) || (a.validTo === null ? -1 : 1))
}
