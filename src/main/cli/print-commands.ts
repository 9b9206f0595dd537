import type { FormCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { parseFormId } from '#core/forms.ts'
import type { PaperSelection } from '#core/papers/order.ts'
import { ok, type Result } from '#core/result.ts'
import type { HeldPaper } from '../app/desk.ts'
import { fileProblem, writeDurably } from '../app/files.ts'
import type { Office } from '../app/office.ts'
import { keepPapers } from '../app/paper-batch.ts'
import { listForms } from '../app/paper-context.ts'
import { makePaper, type PaperWish } from '../app/papers.ts'
import { makePapers } from '../papers/make.ts'
import type { Flags } from './commands.ts'
import {
  type Answer,
  commandLine,
  groundHere,
  need,
  needDay,
  needNumber,
  Usage,
  withOffice,
} from './ground.ts'

/** `forms`: every form that can be printed, with its editions and their dates in force. */
export async function listFormsHere(): Promise<Answer> {
  const forms = listForms(groundHere())
  return { ok: true, value: { forms }, text: forms.flatMap(linesOf).join('\n') }
}

function linesOf({ form, code, title, paper, editions }: FormCard): string[] {
  const lines = editions.map(({ edition, from, to, confirmed }) => {
    const span = `${formatDate(from)} – ${to ? formatDate(to) : 'nay'}`
    return `    ${edition}\t${span}\t${confirmed ? '' : 'chưa đối chiếu mẫu chính thức'}`.trimEnd()
  })
  return [`${form}\t${code}\t${title} (${paper})`, ...lines]
}

/** `print FORM`: draws one or several papers into a file; `tk1` is short for `tk1-ts`. */
export async function printHere(flags: Flags, [name]: string[]): Promise<Answer> {
  if (!name) throw new Usage('Thiếu mã của mẫu cần in; xem lệnh forms.')
  const form = parseFormId(name === 'tk1' ? 'tk1-ts' : name)
  if (!form.ok) return form
  const out = need(flags, 'out')
  const wish: PaperWish = {
    form: form.value,
    edition: typeof flags.edition === 'string' ? flags.edition : null,
    of: readSelection(flags),
    blank: flags.blank === true,
    checkAgainstOfficial: true,
  }
  return withOffice(flags, async (office) => {
    const paper = await draw(office, wish)
    if (!paper.ok) return paper
    const written = write(out, paper.value.bytes)
    if (!written.ok) return written
    const { edition, sha256, pages } = paper.value.card
    const notices = paper.value.card.notices.map(({ vi }) => vi)
    const missing = paper.value.card.missing.map(({ vi }) => vi)
    const head = `Đã ghi ${out} (bản ${edition}, ${pages} trang).`
    return {
      ok: true,
      value: { file: out, edition, sha256, pages, notices, missing },
      text: [head, ...notices, ...missing].join('\n'),
    }
  })
}

/** Exactly one of `--enrolment`, `--household`, `--conference`, `--day`; a blank form needs none. */
function readSelection(flags: Flags): PaperSelection | null {
  const names = ['enrolment', 'household', 'conference', 'day'] as const
  const [given, ...others] = names.filter((name) => flags[name] !== undefined)
  const choices = names.map((name) => `--${name}`).join(', ')
  if (others.length > 0) throw new Usage(`Chỉ chọn một trong: ${choices}.`)
  switch (given) {
    case 'enrolment':
      return { kind: 'enrolments', ids: [needId(flags, given)] }
    case 'household':
      return { kind: 'household', id: needId(flags, given), signedOn: null }
    case 'conference':
      return { kind: 'conference', id: needId(flags, given) }
    case 'day':
      return { kind: 'day', day: needDay(flags, given) }
  }
  if (flags.blank === true) return null
  throw new Usage(`Thiếu một trong: ${choices}; hoặc --blank để in tờ trống.`)
}

function needId(flags: Flags, name: string): number {
  const id = needNumber(flags, name)
  if (id > 0) return id
  throw new Usage(`--${name} cần một số nguyên lớn hơn 0.`)
}

async function draw(office: Office, wish: PaperWish): Promise<Result<HeldPaper>> {
  const answer = await makePaper(office, commandLine, wish)
  if (!answer.ok) return answer
  if ('paper' in answer.value) return ok(answer.value.paper)
  const { order } = answer.value
  const pieces: Uint8Array[] = []
  const made = await makePapers(office.store.db, order, {
    piece: (bytes) => pieces.push(bytes),
    progress: () => {},
  })
  if (!made.ok) return made
  const drawn = { bytes: Buffer.concat(pieces), made: made.value }
  return ok(await keepPapers(office, commandLine, order, drawn))
}

function write(path: string, content: Uint8Array): Result<true> {
  try {
    writeDurably(path, content)
    return ok(true)
  } catch (error) {
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
}
