import { formatDate } from '#core/date.ts'
import { sayProblem } from '#core/messages.ts'
import { periodWords, spanAround } from '#core/period.ts'
import { smallestShownCell } from '#core/summary-pool.ts'
import { PeriodKind } from '#core/terms.ts'
import { openReply } from '../app/replies.ts'
import { openKeyFile } from '../app/signing-keys.ts'
import { writeSummary } from '../app/summaries.ts'
import { trustFolder } from '../app/trust-folder.ts'
import { readTrust } from '../exchange/trust.ts'
import type { Flags } from './commands.ts'
import {
  type Answer,
  commandLine,
  need,
  needDay,
  needDays,
  readSecret,
  Usage,
  withOffice,
} from './ground.ts'

/** `summary`: counts, signs and writes the summary of a period. */
export async function writeSummaryHere(flags: Flags): Promise<Answer> {
  const span = needSpan(flags)
  const folder = need(flags, 'out')
  const password = readSecret(need(flags, 'pass-file'))
  if (!password.ok) return password
  const key = await openKeyFile(need(flags, 'key'), password.value)
  if (!key.ok) return key
  return withOffice(flags, async (office) => {
    const pooledBelow = flags.pool === true ? smallestShownCell : 0
    const order = { span, key: key.value, folder, approvedBy: commandLine.name, pooledBelow }
    const written = await writeSummary(office, commandLine, order)
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
