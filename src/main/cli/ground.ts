import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isIsoDate } from '#core/date.ts'
import { fail, type Problem, type Result } from '#core/result.ts'
import { tryCode } from '../app/code-tries.ts'
import { noVault, openKeyWithCode } from '../app/key-file.ts'
import { type Actor, closeOffice, type Ground, type Office } from '../app/office.ts'
import { holdsOffice, openOffice } from '../app/open-office.ts'
import { loadPolicy } from '../app/policy.ts'
import { settleRestore } from '../app/restore-store.ts'

/** A command called with the wrong words; the message says which. */
export class Usage extends Error {}

/** What a command answers: a value for `--json` with the same in words, or a problem. */
export type Answer = { ok: boolean; value: unknown; text: string } | { ok: false; problem: Problem }

const root = join(import.meta.dirname, '..', '..', '..')

/** Who acts when there is no window. */
export const commandLine: Actor = { id: null, name: 'Dòng lệnh', role: 'command-line' }

/** The ground of an office without a window: the resources beside the sources, the real clock. */
export function groundHere(): Ground {
  const resources = join(root, 'resources')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  return {
    policy: loadPolicy(resources),
    resources,
    version,
    now: () => new Date(),
    nativeBinding: undefined,
  }
}

/** A flag that a command cannot do without. */
export function need(flags: Record<string, unknown>, name: string): string {
  const value = flags[name]
  if (typeof value === 'string' && value !== '') return value
  throw new Usage(`Thiếu --${name}.`)
}

/** A flag that holds a whole number. */
export function needNumber(flags: Record<string, unknown>, name: string): number {
  const text = need(flags, name)
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Usage(`--${name} cần một số nguyên.`)
}

/** A flag that holds an ISO date. */
export function needDay(flags: Record<string, unknown>, name: string): string {
  const text = need(flags, name)
  if (isIsoDate(text)) return text
  throw new Usage(`--${name} cần một ngày có thật, dạng NĂM-THÁNG-NGÀY.`)
}

/** `--from` and `--to`, the first not after the last. */
export function needDays(flags: Record<string, unknown>): { from: string; to: string } {
  const [from, to] = [needDay(flags, 'from'), needDay(flags, 'to')]
  if (from <= to) return { from, to }
  throw new Usage('--from phải không muộn hơn --to.')
}

/** The first line of a secret file. */
export function readSecret(path: string): Result<string> {
  try {
    const [line = ''] = readFileSync(path, 'utf8').split(/\r?\n/)
    return { ok: true, value: line }
  } catch {
    return fail('file.unreadable', { file: path })
  }
}

/** Opens the office of `--data` with `--recovery-code-file`, runs the work and closes it again. */
export async function withOffice(
  flags: Record<string, unknown>,
  work: (office: Office) => Promise<Answer>,
): Promise<Answer> {
  const folder = need(flags, 'data')
  if (!holdsOffice(folder)) return fail('store.missing', { folder })
  const code = readSecret(need(flags, 'recovery-code-file'))
  if (!code.ok) return code
  const ground = groundHere()
  const settled = settleRestore(ground, folder)
  if (!settled.ok) return settled
  const key = tryCode(folder, ground.now(), () => openKeyWithCode(folder, code.value, noVault))
  if (!key.ok) return key
  const office = await openOffice(ground, folder, key.value)
  if (!office.ok) return office
  try {
    return await work(office.value)
  } finally {
    await closeOffice(office.value)
  }
}
