import { existsSync } from 'node:fs'
import { formatDate } from '#core/date.ts'
import { fileProblem } from '#core/file-problem.ts'
import { sayProblem } from '#core/messages.ts'
import { periodWords, spanAround } from '#core/period.ts'
import { fail } from '#core/result.ts'
import { smallestShownCell } from '#core/summary-pool.ts'
import { PeriodKind } from '#core/terms.ts'
import { openAnnex, readRecipient } from '../app/annex.ts'
import { writeDurably } from '../app/files.ts'
import { openReply } from '../app/replies.ts'
import { writeSummary } from '../app/summaries.ts'
import { trustFolder } from '../app/trust-folder.ts'
import { readSummaryFile } from '../exchange/files.ts'
import { readTrust } from '../exchange/trust.ts'
import type { Flags } from './commands.ts'
import { type Answer, commandLine, need, needDay, needDays, Usage, withOffice } from './ground.ts'
import { openKeyHere } from './signing.ts'

/** `summary`: counts, signs and writes the summary of a period. */
export async function writeSummaryHere(flags: Flags): Promise<Answer> {
  const span = needSpan(flags)
  const folder = need(flags, 'out')
  const key = await openKeyHere(flags)
  if (!key.ok) return key
  return withOffice(flags, async (office) => {
    const pooledBelow = flags.pool === true ? smallestShownCell : 0
    const annexFor =
      flags.annex === undefined
        ? ({ ok: true, value: null } as const)
        : await readRecipient(office, need(flags, 'annex'))
    if (!annexFor.ok) return annexFor
    const approvedBy = commandLine.name
    const order = { span, key: key.value, folder, approvedBy, pooledBelow }
    const written = await writeSummary(office, commandLine, {
      ...order,
      annexFor: annexFor.value,
    })
    if (!written.ok) return written
    const { file, sequence, revision, fingerprint, notices } = written.value
    const name = `${periodWords(span)}, số ${sequence}, lần ${revision}`
    const text = `Đã lưu ${file} (${name}, dấu vân tay ${fingerprint}). An toàn để rút USB.`
    const said = notices.map((notice) => sayProblem(notice))
    return { ok: true, value: written.value, text: [text, ...said].join('\n') }
  })
}

/** `--kind` with its days: `--from` and `--to`, or `--on` for the period that holds a day. */
function needSpan(flags: Flags) {
  const kind = PeriodKind.safeParse(need(flags, 'kind'))
  if (!kind.success) throw new Usage(`--kind là một trong: ${PeriodKind.options.join(', ')}.`)
  if (flags.on === undefined) return { kind: kind.data, ...needDays(flags) }
  const day = needDay(flags, 'on')
  return spanAround(kind.data, day, flags.from === undefined ? day : needDay(flags, 'from'))
}

/** `annex open`: the city opens the lists with people of a file with its key, into a new workbook. */
export async function openAnnexHere(flags: Flags, [file]: string[]): Promise<Answer> {
  if (!file) throw new Usage('Thiếu tệp tổng hợp có phụ lục.')
  const out = need(flags, 'out')
  const key = await openKeyHere(flags)
  if (!key.ok) return key
  return withOffice(flags, async (office) => {
    if (existsSync(out)) return fail('file.exists', { file: out })
    const bytes = await readSummaryFile(file)
    if (!bytes.ok) return bytes
    const opened = await openAnnex(office, commandLine, bytes.value, key.value)
    if (!opened.ok) return opened
    try {
      writeDurably(out, opened.value)
    } catch (error) {
      const refused = fileProblem(error, out)
      if (refused) return refused
      throw error
    }
    const text = `Đã mở phụ lục vào ${out}. Tệp này chứa dữ liệu cá nhân: hãy giữ kín và xóa khi xong.`
    return { ok: true, value: { file: out }, text }
  })
}

/** `receipt`: opens an answer of the city; the period it is about is accepted or returned. */
export async function openReceiptHere(flags: Flags, [file]: string[]): Promise<Answer> {
  if (!file) throw new Usage('Thiếu tệp trả lời của thành phố.')
  return withOffice(flags, async (office) => {
    const folder = flags.trust === undefined ? trustFolder(office) : need(flags, 'trust')
    const trust = await readTrust(folder)
    if (!trust.ok) return trust
    const opened = await openReply(office, commandLine, {
      file,
      trust: trust.value,
      language: 'vi',
    })
    if (!opened.ok) return opened
    const { verdict, period, sequence, issuedAt, issuedBy, reasons, notices } = opened.value
    const said = verdict === 'accepted' ? 'Thành phố đã tiếp nhận' : 'Thành phố trả lại'
    const day = formatDate(issuedAt.slice(0, 10))
    const head = `${said} ${periodWords(period)} (tệp số ${sequence}), ${issuedBy}, ngày ${day}.`
    const lines = [...reasons.map(({ text }) => `- ${text}`), ...notices]
    return { ok: true, value: opened.value, text: [head, ...lines].join('\n') }
  })
}
