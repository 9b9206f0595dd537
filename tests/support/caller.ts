import type { CallAnswer, CallInput, CallName } from '#core/contract.ts'
import { answerCall } from '../../src/main/app/answer.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { makeHandlers } from '../../src/main/app/handlers.ts'

/** Makes calls as the window does, through the whole boundary; a refusal is thrown by its code. */
export type Caller = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallAnswer<N>>

/** A caller in front of a desk. */
export function callerOf(desk: Desk): Caller {
  const handlers = makeHandlers(desk)
  return async (name, input) => {
    const reply = await answerCall(desk, handlers, name, input, (_reference, error) => {
      throw error
    })
    if (reply.ok) return reply.value as never
    throw new Error('problem' in reply ? reply.problem.code : reply.bug)
  }
}
