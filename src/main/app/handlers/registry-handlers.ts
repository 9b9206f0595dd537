import { ok } from '#core/result.ts'
import type { Desk } from '../desk.ts'
import { decideNotSame, findSimilar } from '../duplicates.ts'
import { mergePeople } from '../merge.ts'
import { dropFilter, keepFilter, listSavedFilters, searchPeople, showPerson } from '../registry.ts'
import { listCommunesUsed } from '../registry-communes.ts'
import { exportRegister } from '../registry-export.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of the registry: finding people, telling them apart, merging double entries. */
export function registryHandlers(desk: Desk) {
  return {
    'registry.search': async (search) => ok(await searchPeople(atWork(desk).office, search)),
    'registry.person': async ({ id }) => showPerson(atWork(desk).office, id),
    'registry.export': async (wish) => exportRegister(desk, atWork(desk), wish),
    'registry.communes': async () => ok(await listCommunesUsed(atWork(desk).office)),
    'registry.filters': async () => ok(await listSavedFilters(atWork(desk).office)),
    'registry.saveFilter': async (filter) => {
      const { office, actor } = atWork(desk)
      return keepFilter(office, actor, filter)
    },
    'registry.removeFilter': async ({ name }) => {
      const { office, actor } = atWork(desk)
      return ok(await dropFilter(office, actor, name))
    },
    'person.similar': async (typed) => ok(await findSimilar(atWork(desk).office, typed)),
    'person.verdict': async (verdict) => {
      const { office, actor } = atWork(desk)
      return decideNotSame(office, actor, verdict)
    },
    'person.merge': async (order) => {
      const { office, actor } = atWork(desk)
      const merged = await mergePeople(office, actor, order)
      if (merged.ok) desk.ports.emit('changed', { areas: ['enrolments'] })
      return merged
    },
  } satisfies Partial<Handlers>
}
