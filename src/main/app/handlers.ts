import type { CallAnswer, CallInput, CallName } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { listTargets } from '../db/office.ts'
import { communesOn } from './area.ts'
import { listAllConferences, saveConference } from './conferences.ts'
import { type Desk, holdPaper } from './desk.ts'
import { cancelSignUp, listRegister, priceHousehold, saveHousehold } from './enrolments.ts'
import {
  confirmRecovery,
  createPracticeOffice,
  listCampaigns,
  listOffices,
  makeRecoverySheet,
  planOffice,
  unlockWithCode,
} from './first-run.ts'
import type { Actor, Office } from './office.ts'
import { printPaper, savePaper } from './paper-out.ts'
import { makeTk1 } from './papers.ts'
import { findPerson } from './people.ts'
import { describeState, endSession, startSession } from './session.ts'
import { exportSummary, previewSummary } from './summaries.ts'
import { verifyFile } from './verify.ts'

/** The function behind every call of the contract; the input is already parsed and allowed. */
export type Handlers = {
  [N in CallName]: (input: CallInput<N>) => Promise<Result<CallAnswer<N>>>
}

/** Ties every call to its use case. */
export function makeHandlers(desk: Desk): Handlers {
  return {
    ...appHandlers(desk),
    ...officeHandlers(desk),
    ...workHandlers(desk),
    ...paperHandlers(desk),
  }
}

/** The open office and who is signed in; `answerCall` has refused the call otherwise. */
function atWork(desk: Desk): { office: Office; actor: Actor } {
  if (!desk.office || !desk.actor) throw new Error('nobody is signed in')
  return { office: desk.office, actor: desk.actor }
}

function appHandlers(desk: Desk) {
  const folderTitles = {
    data: 'Chọn thư mục chứa dữ liệu của đơn vị',
    export: 'Chọn thư mục hoặc USB để ghi tệp báo cáo',
    trust: 'Chọn thư mục chứng thư tin cậy',
  }
  const files = {
    key: { title: 'Chọn tệp khóa ký (PKCS#12)', extensions: ['p12', 'pfx'] },
    summary: { title: 'Chọn tệp báo cáo đã ký', extensions: ['asice'] },
  }
  const keep = (path: string | null) => {
    if (path !== null) desk.chosen.add(path)
    return ok(path)
  }
  return {
    'app.state': async () => ok(await describeState(desk)),
    'app.setLanguage': async ({ language }) => {
      desk.settings = { ...desk.settings, language }
      desk.ports.saveSettings(desk.settings)
      return ok(await describeState(desk))
    },
    'app.chooseFolder': async ({ purpose }) =>
      keep(await desk.ports.chooseFolder(folderTitles[purpose])),
    'app.chooseFile': async ({ purpose }) =>
      keep(await desk.ports.chooseFile(files[purpose].title, files[purpose].extensions)),
    'session.start': async ({ staffId, pin }) => {
      if (!desk.office) return fail('session.signed-out')
      const started = await startSession(desk, desk.office, staffId, pin)
      return started.ok ? ok(await describeState(desk)) : started
    },
    'session.end': async () => {
      await endSession(desk)
      return ok(await describeState(desk))
    },
  } satisfies Partial<Handlers>
}

function officeHandlers(desk: Desk) {
  return {
    'office.choices': async ({ query, on }) => ok(listOffices(desk.ground, query, on)),
    'office.campaigns': async () => ok(listCampaigns(desk.ground)),
    'office.create': async (plan) => planOffice(desk, plan),
    'office.practice': async ({ code, dataDir }) => createPracticeOffice(desk, code, dataDir),
    'office.recoverySheet': async () => makeRecoverySheet(desk),
    'office.confirmRecovery': async ({ lastGroup }) => {
      const confirmed = await confirmRecovery(desk, lastGroup)
      return confirmed.ok ? ok(await describeState(desk)) : confirmed
    },
    'office.unlock': async ({ recoveryCode }) => {
      const unlocked = await unlockWithCode(desk, recoveryCode)
      return unlocked.ok ? ok(await describeState(desk)) : unlocked
    },
    'office.communes': async ({ on }) => {
      const { office } = atWork(desk)
      return ok(communesOn(office.ground.policy.places, office.row.code, on))
    },
    'office.targets': async () => ok(await listTargets(atWork(desk).office.store.db)),
  } satisfies Partial<Handlers>
}

function workHandlers(desk: Desk) {
  const changed = (area: 'enrolments' | 'conferences' | 'summaries') =>
    desk.ports.emit('changed', { areas: [area] })
  return {
    'person.find': async ({ number }) => ok(await findPerson(atWork(desk).office, number)),
    'enrolment.price': async (request) => priceHousehold(atWork(desk).office, request),
    'enrolment.save': async (draft) => {
      const { office, actor } = atWork(desk)
      const saved = await saveHousehold(office, actor, draft)
      if (saved.ok) changed('enrolments')
      return saved
    },
    'enrolment.list': async (filter) => ok(await listRegister(atWork(desk).office, filter)),
    'enrolment.cancel': async ({ id, reason }) => {
      const { office, actor } = atWork(desk)
      const cancelled = await cancelSignUp(office, actor, id, reason)
      if (cancelled.ok) changed('enrolments')
      return cancelled
    },
    'conference.list': async () => ok(await listAllConferences(atWork(desk).office)),
    'conference.save': async (draft) => {
      const { office, actor } = atWork(desk)
      const saved = await saveConference(office, actor, draft)
      if (saved.ok) changed('conferences')
      return saved
    },
    'summary.preview': async (period) => previewSummary(atWork(desk).office, period),
    'summary.export': async (order) => {
      const { office, actor } = atWork(desk)
      const exported = await exportSummary(desk, office, actor, order)
      if (exported.ok) changed('summaries')
      return exported
    },
    'summary.verify': async ({ file, trust }) => verifyFile(desk, file, trust),
  } satisfies Partial<Handlers>
}

function paperHandlers(desk: Desk) {
  return {
    'paper.tk1': async (wish) => {
      const { office, actor } = atWork(desk)
      const paper = await makeTk1(office, actor, wish)
      return paper.ok ? ok(holdPaper(desk, paper.value)) : paper
    },
    'paper.bytes': async ({ documentId }) => {
      const paper = desk.papers.get(documentId)
      return paper ? ok(paper.bytes) : fail('paper.gone')
    },
    'paper.print': async ({ documentId }) => printPaper(desk, documentId),
    'paper.save': async ({ documentId }) => savePaper(desk, documentId),
  } satisfies Partial<Handlers>
}
