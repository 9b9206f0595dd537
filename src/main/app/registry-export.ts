import { rmSync } from 'node:fs'
import { extname } from 'node:path'
import type { CallAnswer, CallInput } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { registerTexts } from '#core/messages/ui-register.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { displayName } from '#core/units.ts'
import { temporaryOf } from '../sheets/workbook.ts'
import type { Desk } from './desk.ts'
import { runInJob } from './jobs.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'
import { confirmHead } from './session.ts'

const shows = {
  people: registerTexts.showPeople.vi,
  households: registerTexts.showHouseholds.vi,
  enrolments: registerTexts.showEnrolments.vi,
} as const

/**
 * On the word of the head, asks where to save a list of the register and lets a job write it there,
 * numbers in full; null when the dialog was closed. The audit keeps how many lines went out, why and
 * by whose word, and nothing of what was asked for (NĐ 356/2025/NĐ-CP Điều 7).
 */
export async function exportRegister(
  desk: Desk,
  { office, actor }: { office: Office; actor: Actor },
  { job, format, headId, pin, reason, ...wish }: CallInput<'registry.export'>,
): Promise<Result<CallAnswer<'registry.export'>>> {
  if (desk.job !== null) return fail('job.running')
  const head = await confirmHead(office, headId, pin)
  if (!head.ok) return head
  const today = todayInVietnam(office.ground.now())
  const chosen = await desk.ports.chooseSave(`So-dang-ky-${today}.${format}`)
  if (chosen === null) return ok(null)
  const path = extname(chosen) === '' ? `${chosen}.${format}` : chosen
  const { file, key } = office.store
  const { nativeBinding } = office.ground
  const title = `${registerTexts.title.vi} – ${shows[wish.show].toLowerCase()}`
  const register = {
    wish,
    path,
    format,
    label: registerTexts.title.vi,
    heading: [office.row.name, `${title}, ngày ${formatDate(today)}`],
    communes: communeNames(office),
  }
  const order = { kind: 'register' as const, store: { file, key, nativeBinding }, register }
  const made = await runInJob(desk, job, order, () => {})
  if (!made.ok) {
    // A job that was stopped could not tidy up behind itself.
    rmSync(temporaryOf(path), { force: true })
    return made
  }
  const { rows } = made.value
  await change(office, actor, (_db, audit) =>
    audit({
      event: 'register.exported',
      subject: 'register',
      detail: {
        ...{ show: wish.show, format, rows, chosen: wish.chosen !== null },
        ...{ reason, approvedBy: head.value.name },
      },
    }),
  )
  return ok({ path, rows })
}

function communeNames(office: Office): Record<string, string> {
  const { units } = office.ground.policy.places
  return Object.fromEntries(
    units.map((unit) => [`${unit.code}|${unit.validFrom}`, displayName(unit)]),
  )
}
