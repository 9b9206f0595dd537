import type { ProblemCode, Value } from './messages.ts'

/**
 * An expected failure. `code` names the sentence in the message catalogue, `values` fill its
 * `{placeholders}`, `path` points at the input it is about (`['members', 0, 'birth']`).
 */
export type Problem = {
  code: ProblemCode
  values?: Record<string, Value>
  path?: (string | number)[]
}

/** What a rule or a use case answers: a value, or the problem that stopped it. Never thrown. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem }

/** A good result. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** A refused result. `values` fill the placeholders of the sentence. */
export function fail(
  code: ProblemCode,
  values?: Problem['values'],
  path?: Problem['path'],
): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, ...(values && { values }), ...(path && { path }) } }
}

/** The same problem, seen from one level further out: `segments` go in front of its path. */
export function at(problem: Problem, ...segments: (string | number)[]): Problem {
  return { ...problem, path: [...segments, ...(problem.path ?? [])] }
}

/** Unwraps a result that cannot fail here; a failure is a bug and throws. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`unexpected problem: ${result.problem.code}`)
}

/** Fails to compile when a union member is not handled. */
export function assertNever(value: never): never {
  throw new Error(`unhandled value: ${String(value)}`)
}
