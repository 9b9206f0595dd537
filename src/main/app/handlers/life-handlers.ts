import { ok, type Result } from '#core/result.ts'
import type { Desk } from '../desk.ts'
import { editEnrolment, priceEdit } from '../enrolment-edit.ts'
import { enrolmentHistory, openEnrolment, stepEnrolments } from '../enrolment-life.ts'
import { dropDraft, keepDraft, listDrafts, openDraft } from '../sheets.ts'
import { lastAction, undo } from '../undo.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of the life of enrolments: steps, edits, history, undo, drafts. */
export function lifeHandlers(desk: Desk) {
  const told = <T>(result: Result<T>, ...areas: ('enrolments' | 'conferences')[]): Result<T> => {
    if (result.ok) desk.ports.emit('changed', { areas })
    return result
  }
  return {
    'enrolment.open': async ({ id }) => openEnrolment(atWork(desk).office, id),
    'enrolment.step': async ({ ids, step }) => {
      const { office, actor } = atWork(desk)
      return told(await stepEnrolments(office, actor, ids, step), 'enrolments')
    },
    'enrolment.priceEdit': async (edit) => priceEdit(atWork(desk).office, edit),
    'enrolment.edit': async (edit) => {
      const { office, actor } = atWork(desk)
      return told(await editEnrolment(office, actor, edit), 'enrolments')
    },
    'enrolment.history': async ({ id }) => enrolmentHistory(atWork(desk).office, id),
    'app.lastAction': async () => {
      const { office, actor } = atWork(desk)
      return ok(await lastAction(office, actor))
    },
    'app.undo': async ({ id }) => {
      const { office, actor } = atWork(desk)
      return told(await undo(office, actor, id), 'enrolments', 'conferences')
    },
    'sheet.keep': async (sheet) => {
      const { office, actor } = atWork(desk)
      return told(await keepDraft(office, actor, sheet), 'enrolments')
    },
    'sheet.list': async () => ok(await listDrafts(atWork(desk).office)),
    'sheet.open': async ({ key }) => openDraft(atWork(desk).office, key),
    'sheet.drop': async ({ key }) => told(await dropDraft(atWork(desk).office, key), 'enrolments'),
  } satisfies Partial<Handlers>
}
