import type { CallAnswer, CallInput, CallName } from '#core/contract.ts'
import type { Result } from '#core/result.ts'
import type { Desk } from '../desk.ts'
import type { Office } from '../office.ts'

/** The function behind every call of the contract; the input is already parsed and allowed. */
export type Handlers = {
  [N in CallName]: (input: CallInput<N>) => Promise<Result<CallAnswer<N>>>
}

/** The open office and who is signed in; `answerCall` has refused the call otherwise. */
export function atWork(desk: Desk): { office: Office; actor: NonNullable<Desk['actor']> } {
  if (!desk.office || !desk.actor) throw new Error('nobody is signed in')
  return { office: desk.office, actor: desk.actor }
}
