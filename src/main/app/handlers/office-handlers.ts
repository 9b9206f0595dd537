import { dialogTexts } from '#core/messages/ui-dialogs.ts'
import type { Phrase } from '#core/messages.ts'
import { fail, ok } from '#core/result.ts'
import { listTargets } from '../../db/office.ts'
import { communesOn } from '../area.ts'
import { type Desk, remember } from '../desk.ts'
import {
  confirmRecovery,
  createPracticeOffice,
  listCampaigns,
  listOffices,
  makeRecoverySheet,
  planOffice,
  unlockWithCode,
} from '../first-run.ts'
import { describeState, endSession, startSession } from '../session.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of the app itself: state, language, dialogs, sessions. */
export function appHandlers(desk: Desk) {
  const say = (phrase: Phrase) => phrase[desk.settings.language]
  const extensions = {
    key: ['p12', 'pfx'],
    summary: ['asice'],
    certificate: ['crt', 'cer', 'pem', 'der'],
    trust: ['crt', 'cer', 'pem', 'der', 'crl', 'asice', 'json'],
    driver: ['dll', 'so', 'dylib'],
  }
  const keep = (path: string | null) => {
    if (path !== null) desk.chosen.add(path)
    return ok(path)
  }
  return {
    'app.state': async () => ok(await describeState(desk)),
    'app.setLanguage': async ({ language }) => {
      remember(desk, { language })
      return ok(await describeState(desk))
    },
    'app.chooseFolder': async ({ purpose }) =>
      keep(await desk.ports.chooseFolder(say(dialogTexts.folder[purpose]))),
    'app.chooseFile': async ({ purpose }) =>
      keep(await desk.ports.chooseFile(say(dialogTexts.file[purpose]), extensions[purpose])),
    'app.choosePictures': async () => {
      const kinds = ['jpg', 'jpeg', 'png', 'webp', 'pdf']
      const paths = await desk.ports.chooseFiles(say(dialogTexts.file.picture), kinds)
      for (const path of paths) desk.chosen.add(path)
      return ok(paths)
    },
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

/** Handlers of the office: first run, keys, area, targets. */
export function officeHandlers(desk: Desk) {
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
