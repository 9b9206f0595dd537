import { dialogTexts } from '#core/messages/ui-dialogs.ts'
import { fail, ok } from '#core/result.ts'
import { type Desk, holdPaper } from '../desk.ts'
import { askCounted, askOverview, readPlanInJob } from '../overview-jobs.ts'
import { makeReport, saveReportSheet } from '../overview-reports.ts'
import { importTargets, readTargets, removeEntry, saveEntry, undoImport } from '../targets.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of the overview, its reports, and the plan of campaigns and targets. */
export function overviewHandlers(desk: Desk) {
  const changed = () => desk.ports.emit('changed', { areas: ['targets'] })
  return {
    'overview.read': async (wish) => askOverview(desk, atWork(desk).office, wish),
    'overview.people': async (wish) => askCounted(desk, atWork(desk).office, wish),
    'overview.paper': async (order) => {
      const made = await makeReport(desk, atWork(desk), order)
      return made.ok ? ok(holdPaper(desk, made.value)) : made
    },
    'overview.sheet': async (order) => saveReportSheet(desk, atWork(desk).office, order),
    'targets.read': async () => ok(await readTargets(atWork(desk).office)),
    'targets.save': async (order) => {
      const { office, actor } = atWork(desk)
      const saved = await saveEntry(office, actor, order)
      if (saved.ok) changed()
      return saved
    },
    'targets.remove': async (order) => {
      const { office, actor } = atWork(desk)
      const removed = await removeEntry(office, actor, order)
      if (removed.ok) changed()
      return removed
    },
    'targets.import': async (order) => {
      const { office, actor } = atWork(desk)
      const extensions = ['csv', 'xlsx', 'json']
      const title = dialogTexts.file.targets[desk.settings.language]
      const file = order.file ?? (await desk.ports.chooseFile(title, extensions))
      if (file === null) return ok(null)
      if (order.file !== null && !desk.chosen.has(file)) return fail('file.not-chosen', { file })
      desk.chosen.add(file)
      const imported = await importTargets(office, actor, { file, dryRun: order.dryRun }, (path) =>
        readPlanInJob(desk, order.job, path),
      )
      if (imported.ok && !order.dryRun) changed()
      return imported.ok ? ok({ ...imported.value, file }) : imported
    },
    'targets.undo': async () => {
      const { office, actor } = atWork(desk)
      const undone = await undoImport(office, actor)
      if (undone.ok) changed()
      return undone
    },
  } satisfies Partial<Handlers>
}
