import { fail, ok } from '#core/result.ts'
import { copyInJob } from '../auto-backup.ts'
import { findBackups } from '../backup-folder.ts'
import { savePlan } from '../backup-plan.ts'
import { backupCard, readStand } from '../backup-view.ts'
import { makeBackups } from '../backups.ts'
import type { Desk } from '../desk.ts'
import { setEscrow } from '../escrow.ts'
import { stopJob } from '../jobs.ts'
import { confirmCode, newCodeSheet, planCode } from '../recovery-change.ts'
import { rehearse } from '../rehearsal.ts'
import { restoreInto } from '../restoring-desk.ts'
import { confirmHead, confirmPerson, describeState } from '../session.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of backups, restoring and the recovery code. */
export function backupHandlers(desk: Desk) {
  const unchosen = (places: readonly string[], known: readonly string[]) =>
    places.find((place) => !desk.chosen.has(place) && !known.includes(place))
  return {
    'backup.read': async () => readStand(atWork(desk).office),
    'backup.plan': async ({ plan, ownPin }) => {
      const { office, actor } = atWork(desk)
      const stand = await readStand(office)
      if (!stand.ok) return stand
      const foreign = unchosen(plan.places, stand.value.plan.places)
      if (foreign !== undefined) return fail('file.not-chosen', { file: foreign })
      const sure = await confirmPerson(office, actor.id, ownPin)
      if (!sure.ok) return sure
      const saved = await savePlan(office, actor, plan)
      return saved.ok ? readStand(office) : saved
    },
    'backup.make': async ({ job }) => {
      if (desk.job !== null) return fail('job.running')
      const { office, actor } = atWork(desk)
      const made = await makeBackups(office, actor, copyInJob(desk, job))
      if (!made.ok) return made
      return ok(made.value.map((each) => ({ ...each, made: each.made && backupCard(each.made) })))
    },
    'backup.cancel': async ({ job }) => ok(stopJob(desk, job)),
    'backup.rehearse': async ({ job, recoveryCode }) => {
      const { office, actor } = atWork(desk)
      if (desk.job !== null) return fail('job.running')
      return rehearse(office, actor, recoveryCode, copyInJob(desk, job))
    },
    'restore.list': async ({ folder }) => {
      if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
      const found = findBackups(folder)
      if (!found.ok) return found
      if (found.value.length === 0) return fail('backup.unreadable', { folder })
      for (const each of found.value) desk.chosen.add(each.folder)
      return ok(found.value.map(backupCard))
    },
    'restore.run': async (order) => {
      const restored = await restoreInto(desk, order)
      return restored.ok
        ? ok({ state: await describeState(desk), aside: restored.value.aside })
        : restored
    },
    'restore.cancel': async ({ job }) => ok(stopJob(desk, job)),
    'recovery.new': async ({ ownPin }) => {
      const { office, actor } = atWork(desk)
      const head = await confirmHead(office, actor.id, ownPin)
      return head.ok ? ok(planCode(desk)) : head
    },
    'recovery.sheet': async () => newCodeSheet(desk, atWork(desk).office),
    'recovery.confirm': async ({ lastGroup }) => {
      const { office, actor } = atWork(desk)
      return confirmCode(desk, office, actor, lastGroup)
    },
    'recovery.escrow': async ({ certificate, ownPin }) => {
      const { office, actor } = atWork(desk)
      if (certificate !== null && !desk.chosen.has(certificate))
        return fail('file.not-chosen', { file: certificate })
      const head = await confirmHead(office, actor.id, ownPin)
      if (!head.ok) return head
      const set = await setEscrow(office, actor, certificate)
      return set.ok ? readStand(office) : set
    },
  } satisfies Partial<Handlers>
}
