import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { CallAnswer, CallInput, OfficeCard, PaperCard } from '#core/contract.ts'
import { addDays, addMonths, formatDate } from '#core/date.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { Campaign } from '#core/target.ts'
import { communesOf, findOffice, officesOn, searchOffices } from '#core/units.ts'
import { drawRecoverySheet } from '../forms/recovery-sheet.ts'
import { findPlaceOffice } from './area.ts'
import { isCityCode } from './city-office.ts'
import { addPracticeFiles } from './city-practice.ts'
import { tryCode } from './code-tries.ts'
import { checkPlan, createOffice, type OfficePlan } from './create-office.ts'
import { type Desk, holdPaper, leaveOffice, remember } from './desk.ts'
import { openKeyWithCode, openKeyWithVault } from './key-file.ts'
import { type Ground, type Office, todayInVietnam } from './office.ts'
import { holdsOffice, openDamaged, openOffice } from './open-office.ts'
import { paperCard } from './paper-card.ts'
import { addPracticeData, type Making } from './practice.ts'
import { addPracticePlan } from './practice-plan.ts'
import { isLastGroup, makeRecoveryCode } from './recovery-code.ts'
import { settleRestore } from './restore-store.ts'

/** The offices at work on a day whose name or code fits the query, typed without marks. */
export function listOffices(ground: Ground, query: string, on: string): OfficeCard[] {
  const { places } = ground.policy
  const found = query.trim() ? searchOffices(places, query, on) : officesOn(places, on)
  return found.map((office) => ({
    code: office.code,
    name: office.name,
    communes: communesOf(places, office, on).length,
    confidence: office.confidence,
  }))
}

/** The campaigns shipped with the app, for the targets of a new office. */
export function listCampaigns(ground: Ground): Campaign[] {
  const path = join(ground.resources, 'policy', 'campaigns.json')
  return z.array(Campaign).parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** Opens the office of the chosen folder with this computer's key store; says why when it cannot. */
export async function openAtStart(desk: Desk): Promise<void> {
  const folder = desk.settings.dataDir
  if (!holdsOffice(folder)) return
  const settled = settleRestore(desk.ground, folder)
  const key = settled.ok ? openKeyWithVault(folder, desk.ports.vault) : settled
  const opened = key.ok ? await openFolder(desk, folder, key.value) : key
  if (!opened.ok) desk.problem = opened.problem
}

/** Opens the office with the recovery code. */
export async function unlockWithCode(desk: Desk, code: string): Promise<Result<true>> {
  const folder = desk.settings.dataDir
  if (!holdsOffice(folder)) return fail('store.missing', { folder })
  const settled = settleRestore(desk.ground, folder)
  if (!settled.ok) return settled
  const key = tryCode(folder, desk.ground.now(), () =>
    openKeyWithCode(folder, code, desk.ports.vault),
  )
  return key.ok ? openFolder(desk, folder, key.value) : key
}

/**
 * Checks the plan of a new office and makes its recovery code. Nothing is written before the last
 * group of the code is typed back, so no office can exist whose code nobody kept.
 */
export async function planOffice(
  desk: Desk,
  input: CallInput<'office.create'>,
): Promise<Result<CallAnswer<'office.create'>>> {
  const folder = input.dataDir ?? desk.settings.dataDir
  if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
  const checked = await checkPlan(desk.ground, folder, input)
  if (!checked.ok) return checked
  const recoveryCode = makeRecoveryCode()
  desk.planned = { plan: input, folder, recoveryCode }
  return ok({ recoveryCode })
}

/** The printed sheet of the planned office's recovery code. */
export async function makeRecoverySheet(desk: Desk): Promise<Result<PaperCard>> {
  if (!desk.planned) return fail('paper.gone')
  const { plan, recoveryCode } = desk.planned
  const madeOn = todayInVietnam(desk.ground.now())
  const checked = await checkPlan(desk.ground, desk.planned.folder, plan)
  if (!checked.ok) return checked
  const bytes = await drawRecoverySheet(
    {
      officeName: checked.value,
      unitCode: plan.code,
      recoveryCode,
      madeOn,
      practice: plan.practice,
    },
    desk.ground,
  )
  const card = paperCard(bytes, {
    title: `Mã khôi phục – ${checked.value} – ${formatDate(madeOn)}`,
    fileName: `ma-khoi-phuc-${plan.code}.pdf`,
    edition: '1',
    notices: [],
    missing: [],
  })
  const trace = { form: 'recovery-sheet', edition: '1', subject: 'office' }
  return ok(holdPaper(desk, { card, bytes, trace }))
}

/** Makes the planned office once the last group of its recovery code is typed back, and opens it. */
export async function confirmRecovery(desk: Desk, typed: string): Promise<Result<true>> {
  if (!desk.planned) return fail('paper.gone')
  const { plan, folder, recoveryCode } = desk.planned
  if (!isLastGroup(recoveryCode, typed)) return fail('recovery.not-confirmed')
  const made = await createOffice(desk.ground, folder, plan, recoveryCode, desk.ports.vault)
  if (!made.ok) return made
  desk.planned = null
  desk.papers.clear()
  return openFolder(desk, folder, made.value.key)
}

/** Makes and opens a practice office filled with made-up people and an example launch day. */
export async function createPracticeOffice(
  desk: Desk,
  code: string,
  dataDir: string | null,
): Promise<Result<CallAnswer<'office.practice'>>> {
  const folder = dataDir ?? desk.settings.dataDir
  if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
  const plan = practicePlan(desk.ground, code)
  const recoveryCode = makeRecoveryCode()
  const made = await createOffice(desk.ground, folder, plan, recoveryCode, desk.ports.vault)
  if (!made.ok) return made
  const opened = await openFolder(desk, folder, made.value.key)
  if (!opened.ok || !desk.office) return opened.ok ? fail('store.missing', { folder }) : opened
  const added = await fillPractice(desk, desk.office, plan)
  return added.ok ? ok({ recoveryCode, people: [...plan.people] }) : added
}

/** Made-up people for a unit; for the city the files that its units would have sent. */
async function fillPractice(desk: Desk, office: Office, plan: OfficePlan) {
  const tell = ({ done, total, label }: Making) =>
    desk.ports.emit('progress', { done, total, label: label[desk.settings.language] })
  const days = practiceDays(desk.ground, plan)
  if (!isCityCode(desk.ground, plan.code)) {
    const added = await addPracticeData(office, { ...days, households: 120, seed: 2024 }, tell)
    return added.ok ? addPracticePlan(office, { seed: 2024 }) : added
  }
  // Nobody waits for a month of files of thirty units: twelve around the launch show everything.
  const from = addDays(plan.on, -5)
  const to = plan.targets.length > 0 ? addDays(plan.on, 2) : plan.on
  return addPracticeFiles(office, { from, to, units: 12, seed: 2024 }, tell)
}

/**
 * The plan of a practice office: two made-up people with random PINs and, when the office was there
 * on the launch day, that day with its targets.
 */
export function practicePlan(ground: Ground, code: string): OfficePlan {
  const { places } = ground.policy
  const [launch] = listCampaigns(ground).filter(({ launchDay }) =>
    findOffice(places, code, launchDay),
  )
  const today = todayInVietnam(ground.now())
  const pin = () => String(randomInt(1000, 9999))
  return {
    code,
    on: launch?.launchDay ?? findPlaceOffice(places, code, today)?.on ?? today,
    practice: true,
    people: [
      { name: 'Thủ trưởng (thực hành)', role: 'head', pin: pin() },
      { name: 'Cán bộ nhập (thực hành)', role: 'clerk', pin: pin() },
    ],
    targets: launch?.targets ?? [],
  }
}

/** The days that a practice office is filled with: the launch month, or the thirty days up to its day. */
function practiceDays(ground: Ground, plan: OfficePlan): { from: string; to: string } {
  const today = todayInVietnam(ground.now())
  const month = plan.on.slice(0, 8)
  if (plan.targets.length === 0) return { from: addDays(plan.on, -29), to: plan.on }
  const last = addDays(addMonths(`${month}01`, 1), -1)
  return { from: `${month}01`, to: today < last ? today : last }
}

/**
 * Opens the office of a folder and remembers the folder; a damaged one is opened for looking only and
 * the desk says why.
 */
export async function openFolder(desk: Desk, folder: string, key: Buffer): Promise<Result<true>> {
  await leaveOffice(desk)
  const whole = await openOffice(desk.ground, folder, key)
  const damaged = !whole.ok && whole.problem.code === 'store.damaged'
  const office = damaged ? await openDamaged(desk.ground, folder, key) : whole
  if (!office.ok) return office
  desk.office = office.value
  desk.problem = whole.ok ? null : whole.problem
  remember(desk, { dataDir: folder })
  desk.ports.emit('changed', { areas: ['state'] })
  return ok(true)
}
