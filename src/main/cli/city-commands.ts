import { resolve } from 'node:path'
import { exportFormats } from '#core/city/export.ts'
import type { FileVerdict } from '#core/contract.ts'
import { fileProblem } from '#core/file-problem.ts'
import { sayProblem } from '#core/messages.ts'
import type { ReceiptReason } from '#core/receipt.ts'
import { fail, type Problem } from '#core/result.ts'
import { planExport, traceExport } from '../app/city-export.ts'
import { atCity } from '../app/city-office.ts'
import { answerFiles } from '../app/city-replies.ts'
import { readFiles } from '../app/city-views.ts'
import { saveFiles } from '../app/receive.ts'
import { makeTally } from '../app/receive-job.ts'
import { trustFolder } from '../app/trust-folder.ts'
import { checkFile, listFiles } from '../exchange/inbox.ts'
import { readTrust } from '../exchange/trust.ts'
import { writeMerged } from '../jobs/merged.ts'
import type { Flags } from './commands.ts'
import { type Answer, commandLine, need, needDays, Usage, withOffice } from './ground.ts'
import { openKeyHere } from './signing.ts'

const say = (problem: Problem) => ({ code: problem.code, message: sayProblem(problem) })

/** How many files are saved in one transaction. */
const batch = 64

/** `receive`: takes files and folders in at the city; good when none was refused. */
export async function receiveHere(flags: Flags, paths: string[]): Promise<Answer> {
  if (paths.length === 0) throw new Usage('Thiếu tệp hoặc thư mục cần nhận.')
  return withOffice(flags, async (office) => {
    const city = atCity(office)
    if (!city.ok) return city
    const trust = await readTrust(trustFolder(office))
    if (!trust.ok) return trust
    const files = await listFiles(paths.map((path) => resolve(path)))
    if (files.length === 0) return fail('city.no-files')
    const tally = makeTally()
    for (let at = 0; at < files.length; at += batch) {
      const checked = []
      for (const path of files.slice(at, at + batch))
        checked.push(await checkFile(path, trust.value))
      for (const verdict of await saveFiles(office, commandLine, checked)) tally.add(verdict)
    }
    const { counts, verdicts } = tally.result(false)
    return {
      ok: counts.refused === 0,
      value: { counts, files: verdicts.map(tell) },
      text: [
        `Đã nhận ${counts.taken}, đã có từ trước ${counts.already}, lần gửi cũ ${counts.outdated}, từ chối ${counts.refused}.`,
        ...verdicts.filter(({ outcome }) => outcome !== 'taken').map(line),
      ].join('\n'),
    }
  })
}

function tell({ path, outcome, fileId, sha256, claims, signer, ...rest }: FileVerdict) {
  return {
    ...{ file: path, outcome, id: fileId, sha256 },
    unit: claims?.unit.code ?? null,
    period: claims?.period ?? null,
    sequence: claims?.sequence ?? null,
    revision: claims?.revision ?? null,
    signer: signer?.name ?? null,
    problems: rest.problems.map(say),
    notices: rest.notices.map(say),
  }
}

const line = ({ path, problems }: FileVerdict): string =>
  `${path}\t${problems.map((problem) => sayProblem(problem)).join(' ')}`

const always = { from: '0001-01-01', to: '9999-12-31' }

/**
 * `receipt make`: the city answers every file that waits, or those of `--unit`, and writes the answers to
 * `--out`; with `--reason` they are returned, without it accepted.
 */
export async function makeReceiptsHere(flags: Flags): Promise<Answer> {
  const folder = resolve(need(flags, 'out'))
  const key = await openKeyHere(flags)
  if (!key.ok) return key
  const unit = typeof flags.unit === 'string' ? flags.unit : null
  const reasons: ReceiptReason[] =
    typeof flags.reason === 'string' && flags.reason !== ''
      ? [{ code: 'note', text: flags.reason }]
      : []
  const verdict = reasons.length > 0 ? ('returned' as const) : ('accepted' as const)
  return withOffice(flags, async (office) => {
    const files: string[] = []
    for (;;) {
      const waiting = readFiles(office, { ...always, unit, waiting: true })
      if (!waiting.ok) return waiting
      if (waiting.value.length === 0) break
      const ids = waiting.value.map(({ id }) => id)
      const order = { ids, verdict, reasons, folder }
      const written = await answerFiles(office, commandLine, order, key.value, commandLine.name)
      if (!written.ok) return written
      files.push(...written.value.files)
    }
    if (files.length === 0) return fail('city.nothing-to-answer')
    const text = `Đã ghi ${files.length} tệp trả lời vào ${folder}.`
    return { ok: true, value: { verdict, files }, text }
  })
}

/** `merged`: writes the merged figures of a span as a workbook, a list or a Parquet file. */
export async function exportMergedHere(flags: Flags): Promise<Answer> {
  const format = exportFormats.find((one) => one === flags.format)
  if (!format) throw new Usage(`--format là một trong: ${exportFormats.join(', ')}.`)
  const wish = {
    ...needDays(flags),
    units: 'then' as const,
    format,
    folder: resolve(need(flags, 'out')),
  }
  return withOffice(flags, async (office) => {
    const planned = await planExport(office, wish)
    if (!planned.ok) return planned
    const { path } = planned.value
    try {
      const rows = await writeMerged(office.store.raw, planned.value, () => {})
      await traceExport(office, commandLine, planned.value, rows)
      return { ok: true, value: { file: path, rows }, text: `Đã ghi ${rows} dòng vào ${path}.` }
    } catch (error) {
      const refused = fileProblem(error, path)
      if (refused) return refused
      throw error
    }
  })
}
