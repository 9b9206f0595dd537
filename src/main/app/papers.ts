import type { CallInput } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { editionOn, type FormId, forms } from '#core/forms.ts'
import { type Phrase, phraseOf } from '#core/messages.ts'
import type { PaperContext, PaperRef, SignUp } from '#core/papers/facts.ts'
import type { PaperSelection, PapersOrder } from '#core/papers/order.ts'
import { paperOf } from '#core/papers/paper.ts'
import { chooseEdition, formSubjects } from '#core/papers/plan.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { foldKey } from '#core/text.ts'
import { readConference } from '../db/conferences.ts'
import { readEnrolment } from '../db/enrolments.ts'
import { readHousehold } from '../db/households.ts'
import { readSignUps } from '../db/paper-queries.ts'
import { choosePapers } from '../papers/choose.ts'
import { drawPaper, factsOf, missingOf } from '../papers/make.ts'
import type { HeldPaper } from './desk.ts'
import { type Actor, type Office, todayInVietnam } from './office.ts'
import { paperCard } from './paper-card.ts'
import { editionNotices, paperContext } from './paper-context.ts'
import { tracePaper } from './paper-out.ts'
import { priceReminders } from './reminder-prices.ts'

export type PaperWish = CallInput<'paper.make'>

/** A paper made at once, or an order for several that a job must draw. */
export type PaperAnswer = { paper: HeldPaper } | { order: PapersOrder }

/** Households and lists larger than this are drawn by a job, so that the window keeps answering. */
const atOnce = 20

/**
 * Makes the paper that was wished for, or answers the order for a job when there is more than one or it
 * is long. The same record and edition give the same bytes.
 */
export async function makePaper(
  office: Office,
  actor: Actor,
  wish: PaperWish,
): Promise<Result<PaperAnswer>> {
  const { checkAgainstOfficial, of } = wish
  const blank = wish.blank || of === null
  const context = paperContext(office, { checkAgainstOfficial, blank })
  if (blank) return makeBlank(office, actor, context, wish)
  const order = orderOf(office, context, wish, of)
  if (!isSmall(of)) return ok({ order })
  const known = await checkKnown(office, of)
  if (!known.ok) return known
  const plan = await choosePapers(office.store.db, order, order.what)
  if (!plan.ok) return plan.problem.code === 'paper.nothing' ? wrongSubject(wish.form) : plan
  const [ref, ...others] = plan.value.papers
  if (!ref || others.length > 0 || ref.enrolments.length > atOnce) return ok({ order })
  return ok({ paper: await drawOne(office, actor, context, ref) })
}

function orderOf(
  office: Office,
  context: PaperContext,
  { form, edition }: PaperWish,
  selection: PaperSelection,
) {
  return {
    context,
    resources: office.ground.resources,
    title: forms[form].code,
    on: todayInVietnam(office.ground.now()),
    what: {
      selection,
      forms: [{ form, edition }],
      order: 'household' as const,
      onlyNeeded: false,
    },
    amounts: [],
  }
}

/** Whether choosing the papers takes no more than a glance at the store. */
function isSmall(of: PaperSelection): boolean {
  if (of.kind === 'enrolments') return of.ids.length <= atOnce
  return of.kind === 'household' || of.kind === 'conference'
}

const wrongSubject = (form: FormId) =>
  fail('paper.wrong-subject', { form: forms[form].code }, ['form'])

async function checkKnown({ store }: Office, of: PaperSelection): Promise<Result<true>> {
  if (of.kind === 'conference' && !(await readConference(store.db, of.id))) {
    return fail('conference.unknown', { id: of.id })
  }
  if (of.kind === 'household' && !(await readHousehold(store.db, of.id))) {
    return fail('household.unknown', { id: of.id })
  }
  if (of.kind !== 'enrolments') return ok(true)
  for (const id of of.ids) {
    if (!(await readEnrolment(store.db, id))) return fail('enrolment.unknown', { id })
  }
  return ok(true)
}

async function makeBlank(
  office: Office,
  actor: Actor,
  context: PaperContext,
  { form, edition: asked, of }: PaperWish,
): Promise<Result<PaperAnswer>> {
  const conference = of?.kind === 'conference' ? of.id : null
  const held = conference === null ? null : await readConference(office.store.db, conference)
  if (conference !== null && !held) return fail('conference.unknown', { id: conference })
  const day = held?.heldOn ?? todayInVietnam(office.ground.now())
  const edition = chooseEdition(context.editions, form, asked, day)
  if (!edition.ok) return edition
  const ref = { form, edition: edition.value.edition, day, enrolments: [], conference }
  return ok({ paper: await drawOne(office, actor, context, ref) })
}

async function drawOne(
  office: Office,
  actor: Actor,
  context: PaperContext,
  ref: PaperRef,
): Promise<HeldPaper> {
  const { db } = office.store
  const signUps = await readSignUps(db, ref.enrolments)
  const facts = await factsOf(db, ref, signUps)
  const amounts = new Map(await priceReminders(office, [ref]))
  const job = paperOf(context, ref, { ...facts, amounts })
  const bytes = await drawPaper(job, office.ground)
  const name = context.blank ? 'tờ trống' : nameOf(ref, signUps)
  const { code } = forms[ref.form]
  const card = paperCard(bytes, {
    title: `${code} – ${name}`,
    fileName: fileName(code, String(ref.enrolments[0] ?? ref.day), name),
    edition: ref.edition,
    notices: [...editionNotices(context.editions, [ref]), ...ownForms(context, ref, signUps)],
    missing: context.blank ? [] : missingOf(job).map(phraseOf),
  })
  const trace = { form: ref.form, edition: ref.edition, subject: subjectOf(ref) }
  const paper = { card, bytes, trace }
  await tracePaper(office, actor, 'paper.made', paper)
  return paper
}

function nameOf({ form, day }: PaperRef, [first]: readonly SignUp[]): string {
  if (!first || formSubjects[form] === 'conference') return formatDate(day)
  if (formSubjects[form] === 'person') return first.person.name
  return formSubjects[form] === 'household'
    ? (first.household.head ?? first.person.name)
    : formatDate(day)
}

/** A file name without marks and spaces. */
export function fileName(...parts: string[]): string {
  const [code = '', ...rest] = parts.map((part) => part.replace(/\s+/g, '-'))
  return `${[code, ...rest.map(plain)].filter(Boolean).join('-')}.pdf`
}

const plain = (text: string): string => foldKey(text).replace(/[^a-z0-9]+/g, '-')

function subjectOf({ enrolments: [first], conference }: PaperRef): string {
  if (conference !== null) return `conference:${conference}`
  return first === undefined ? 'office' : `enrolment:${first}`
}

/** A TK1-TS for BHYT signed when BHYT had forms of its own already. */
function ownForms(context: PaperContext, { form }: PaperRef, signUps: readonly SignUp[]): Phrase[] {
  const has = signUps.some(
    ({ scheme, signedOn }) =>
      scheme === 'bhyt-hgd' && editionOn(context.editions, 'mau-4', signedOn).ok,
  )
  return form === 'tk1-ts' && has ? [phraseOf({ code: 'paper.own-forms' })] : []
}
