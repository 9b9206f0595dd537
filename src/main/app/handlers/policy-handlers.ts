import { ok } from '#core/result.ts'
import type { Desk } from '../desk.ts'
import { readPolicyOn, saveOwnPolicy } from '../office-policy.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of the rules that amounts rest on. */
export function policyHandlers(desk: Desk) {
  return {
    'policy.read': async ({ on }) => ok(readPolicyOn(atWork(desk).office, on)),
    'policy.save': async (order) => {
      const saved = await saveOwnPolicy(atWork(desk).office, order)
      if (saved.ok) desk.ports.emit('changed', { areas: ['policy'] })
      return saved
    },
  } satisfies Partial<Handlers>
}
