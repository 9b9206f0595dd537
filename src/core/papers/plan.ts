import {
  type EditionRow,
  editionNamed,
  editionOn,
  type FormEditions,
  type FormId,
} from '../forms.ts'
import { groupBy } from '../group.ts'
import type { Problem, Result } from '../result.ts'
import type { Collector, ParticipationKind, Scheme } from '../terms.ts'
import type { PaperRef } from './facts.ts'

/** What planning needs to know of an enrolment; `chosen` ones get papers of their own. */
export type PlannedSignUp = {
  id: number
  householdId: number
  signedOn: string
  scheme: Scheme
  kind: ParticipationKind
  collector: Collector
  hasInsuranceNumber: boolean
}

/** A form to print; `edition` null takes the one in force on each signing day. */
export type WantedForm = { form: FormId; edition: string | null }

/** What a set of papers is about. `companions` are all sign-ups of the chosen households on their days. */
export type PlanFacts = {
  chosen: readonly PlannedSignUp[]
  companions: readonly PlannedSignUp[]
  conferences: readonly { id: number; heldOn: string; enrolments: number[] }[]
  /** The day letters and lists of people due are made on. */
  on: string
  /** Leaves out what the law does not ask for; without it a paper asked for is a paper made. */
  onlyNeeded: boolean
}

/** The papers in order, and how many could not be made because no edition was in force. */
export type Plan = { papers: PaperRef[]; without: { problem: Problem; papers: number }[] }

/** Who a form is about; lists come before the papers of households and people. */
export const formSubjects = {
  attendance: 'conference',
  minutes: 'conference',
  'due-list': 'all',
  'd05-ts': 'list',
  'd03-ts': 'list',
  'household-annex': 'household',
  'mau-4': 'household',
  'privacy-notice': 'household',
  quote: 'household',
  'tk1-ts': 'person',
  'mau-2': 'person',
  reminder: 'person',
} as const satisfies Record<FormId, 'conference' | 'all' | 'list' | 'household' | 'person'>

/**
 * Lays out the papers of a print job in the order of a paper file: conference papers, lists, then for
 * every household in the order chosen its own papers and those of its people.
 */
export function planPapers(
  wanted: readonly WantedForm[],
  facts: PlanFacts,
  editions: FormEditions,
): Plan {
  const drafts = [
    ...conferenceDrafts(wanted, facts),
    ...dueDrafts(wanted, facts),
    ...listDrafts(wanted, facts.chosen),
    ...householdDrafts(wanted, facts, editions),
  ]
  const plan: Plan = { papers: [], without: [] }
  const missing = new Map<FormId, { problem: Problem; papers: number }>()
  for (const { edition: asked, ...draft } of drafts) {
    const edition = chooseEdition(editions, draft.form, asked, draft.day)
    if (edition.ok) {
      plan.papers.push({ ...draft, edition: edition.value.edition })
      continue
    }
    const known = missing.get(draft.form) ?? { problem: edition.problem, papers: 0 }
    missing.set(draft.form, { ...known, papers: known.papers + 1 })
  }
  return { ...plan, without: [...missing.values()] }
}

/** The edition named, or the one in force on a day. */
export function chooseEdition(
  editions: FormEditions,
  form: FormId,
  asked: string | null,
  day: string,
): Result<EditionRow> {
  return asked === null ? editionOn(editions, form, day) : editionNamed(editions, form, asked)
}

type Draft = Omit<PaperRef, 'edition'> & { edition: string | null }
type Subject = (typeof formSubjects)[FormId]

const about = (wanted: readonly WantedForm[], subject: Subject): WantedForm[] =>
  wanted.filter(({ form }) => formSubjects[form] === subject)

function conferenceDrafts(wanted: readonly WantedForm[], { conferences }: PlanFacts): Draft[] {
  return conferences.flatMap(({ id, heldOn, enrolments }) =>
    about(wanted, 'conference').map((each) => ({
      ...each,
      day: heldOn,
      enrolments,
      conference: id,
    })),
  )
}

function dueDrafts(wanted: readonly WantedForm[], { chosen, on }: PlanFacts): Draft[] {
  const enrolments = chosen.map(({ id }) => id)
  return about(wanted, 'all').map((each) => ({ ...each, day: on, enrolments, conference: null }))
}

const listSchemes: Partial<Record<FormId, Scheme>> = { 'd05-ts': 'bhxh-tn', 'd03-ts': 'bhyt-hgd' }

/** One list for each day and collecting organisation. */
function listDrafts(wanted: readonly WantedForm[], chosen: readonly PlannedSignUp[]): Draft[] {
  return about(wanted, 'list').flatMap((each) => {
    const own = chosen.filter(({ scheme }) => scheme === listSchemes[each.form])
    const lists = groupBy(own, ({ signedOn, collector }) => `${signedOn} ${collector}`)
    return [...lists]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, signUps]) => ({
        ...each,
        day: key.slice(0, 10),
        enrolments: signUps.map(({ id }) => id),
        conference: null,
      }))
  })
}

const householdDay = ({ householdId, signedOn }: PlannedSignUp) => `${householdId} ${signedOn}`

function householdDrafts(
  wanted: readonly WantedForm[],
  { chosen, companions, on, onlyNeeded }: PlanFacts,
  editions: FormEditions,
): Draft[] {
  const needed = (form: FormId, signUps: readonly PlannedSignUp[]) =>
    !onlyNeeded || isNeeded(form, signUps, editions)
  const whole = groupBy(companions, householdDay)
  const personDrafts = (signUp: PlannedSignUp): Draft[] =>
    about(wanted, 'person')
      .filter(({ form }) => needed(form, [signUp]))
      .map((each) => draftOf(each, each.form === 'reminder' ? on : signUp.signedOn, [signUp]))
  return runsOf(chosen).flatMap(({ key, signUps, isFirst }) => {
    const all = whole.get(key) ?? signUps
    const own = about(wanted, 'household')
      .filter(({ form }) => isFirst && needed(form, all))
      .map((each) => draftOf(each, key.slice(-10), signers(each.form, all)))
      .filter(({ enrolments }) => enrolments.length > 0)
    return [...own, ...signUps.flatMap(personDrafts)]
  })
}

const draftOf = (each: WantedForm, day: string, signUps: readonly PlannedSignUp[]): Draft => ({
  ...each,
  day,
  enrolments: signUps.map(({ id }) => id),
  conference: null,
})

/** Mẫu số 4 lists who joins BHYT; the other papers of a household are about all of it. */
const signers = (form: FormId, all: readonly PlannedSignUp[]): readonly PlannedSignUp[] =>
  form === 'mau-4' ? all.filter(({ scheme }) => scheme === 'bhyt-hgd') : all

/** Neighbours of one household and day, in the order given; `isFirst` of that household and day. */
function runsOf(chosen: readonly PlannedSignUp[]) {
  const runs: { key: string; signUps: PlannedSignUp[]; isFirst: boolean }[] = []
  const seen = new Set<string>()
  for (const signUp of chosen) {
    const key = householdDay(signUp)
    const last = runs.at(-1)
    if (last?.key === key) last.signUps.push(signUp)
    else runs.push({ key, signUps: [signUp], isFirst: !seen.has(key) })
    seen.add(key)
  }
  return runs
}

/**
 * Whether the law asks for a form: since Mẫu số 4 (NĐ 188/2025) BHYT is declared on its own forms, and
 * Mẫu số 2 only by who joins for the first time; the annex goes with a TK1-TS for BHYT or for
 * somebody without a number.
 */
function isNeeded(
  form: FormId,
  signUps: readonly PlannedSignUp[],
  editions: FormEditions,
): boolean {
  const byTk1 = ({ scheme, signedOn }: PlannedSignUp) =>
    scheme === 'bhxh-tn' || !editionOn(editions, 'mau-4', signedOn).ok
  if (form === 'tk1-ts') return signUps.some(byTk1)
  if (form === 'mau-2') {
    return signUps.some((each) => each.kind === 'first' && !byTk1(each))
  }
  if (form === 'mau-4') return signUps.some((each) => !byTk1(each))
  if (form !== 'household-annex') return true
  return signUps.some(
    (each) => byTk1(each) && (each.scheme === 'bhyt-hgd' || !each.hasInsuranceNumber),
  )
}
