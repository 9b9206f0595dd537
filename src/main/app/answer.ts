import { randomBytes } from 'node:crypto'
import { type CallName, type CallReply, calls } from '#core/contract.ts'
import { fail, type Problem, type Result } from '#core/result.ts'
import { mayCall, type Who } from '#core/rights.ts'
import { storeProblem } from '../db/open.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './handlers.ts'

/** Where a bug is written down: its reference and the error, never a person's data. */
export type BugLog = (reference: string, error: unknown) => void

/**
 * Answers one call from the window: checks the name, the input against its schema and the right to
 * make it, then runs the handler. A full disk or a damaged store is a problem; any other exception
 * is logged and answered by its reference alone.
 */
export async function answerCall(
  desk: Desk,
  handlers: Handlers,
  name: unknown,
  input: unknown,
  logBug: BugLog,
): Promise<CallReply<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(calls, name)) {
    return fail('input.invalid', { field: 'call' })
  }
  const call = name as CallName
  const parsed = calls[call].input.safeParse(input)
  if (!parsed.success) {
    const path = (parsed.error.issues[0]?.path ?? []).map((step) =>
      typeof step === 'symbol' ? String(step) : step,
    )
    return fail('input.invalid', { field: path.join('.') || call }, path)
  }
  const refused = checkRight(desk, call)
  if (refused) return { ok: false, problem: refused }
  try {
    const handler = handlers[call] as (value: unknown) => Promise<Result<unknown>>
    return await handler(parsed.data)
  } catch (error) {
    const problem = storeProblem(error, desk.settings.dataDir)
    if (problem) return desk.office?.readOnly ? fail('store.looking-only') : problem
    const reference = randomBytes(4).toString('hex')
    logBug(reference, error)
    return { ok: false, bug: reference }
  }
}

/** Rights to change something, which a store open for looking only gives nobody. */
const writing = new Set<Who>(['work', 'approve', 'people'])

function checkRight(desk: Desk, call: CallName): Problem | null {
  const who: Who = calls[call].who
  if (who === 'anyone') return null
  if (desk.office === null || desk.actor === null) return { code: 'session.signed-out' }
  if (desk.actor.mustChangePin && who !== 'signed-in') return { code: 'session.pin-given' }
  if (desk.office.readOnly && writing.has(who)) return { code: 'store.looking-only' }
  return desk.actor.role === 'command-line' || mayCall(desk.actor.role, who)
    ? null
    : { code: 'session.not-allowed' }
}
