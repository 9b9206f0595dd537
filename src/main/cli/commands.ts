import { checkBackupHere, listBackupsHere, makeBackupHere, restoreHere } from './backup-commands.ts'
import { exportMergedHere, makeReceiptsHere, receiveHere } from './city-commands.ts'
import { listConferencesHere } from './conference-commands.ts'
import type { Answer } from './ground.ts'
import { compareLinkage, makeLinkageKeyHere, writeLinkageList } from './linkage-commands.ts'
import {
  checkStore,
  createOfficeHere,
  fillPractice,
  listRecords,
  verifyAudit,
} from './office-commands.ts'
import { importTargetsHere, overviewHere, undoTargetsHere } from './overview-commands.ts'
import { makeKey, quoteOnce, verifyHere } from './paper-commands.ts'
import { listFormsHere, printHere } from './print-commands.ts'
import { listDuplicates, scanOnce, searchHere } from './registry-commands.ts'
import { listRenewalsHere } from './renewal-commands.ts'
import { keyUsage } from './signing.ts'
import { openAnnexHere, openReceiptHere, writeSummaryHere } from './summary-commands.ts'
import { listTokensHere } from './token-commands.ts'

/** The flags of a call, by name. */
export type Flags = Record<string, string | boolean | undefined>

/** One command: how it is called and what it does. */
export type Command = {
  usage: string
  run: (flags: Flags, rest: string[]) => Promise<Answer>
  /** How many words may follow the command's own. */
  words?: number
  /** Answers JSON even without `--json`. */
  alwaysJson?: boolean
}

const store = '--data THƯ_MỤC --recovery-code-file TỆP'

/** Every command of `raquan`, by its words. */
export const commands: Record<string, Command> = {
  'office create': {
    usage: '--data THƯ_MỤC --unit MÃ [--practice] [--on NGÀY] --recovery-out TỆP',
    run: createOfficeHere,
  },
  practice: {
    usage: `${store} --households N --seed S --from NGÀY --to NGÀY`,
    run: fillPractice,
  },
  quote: { usage: '< yêu-cầu.json', run: quoteOnce, alwaysJson: true },
  scan: { usage: '< nội-dung-QR.txt', run: scanOnce, alwaysJson: true },
  search: { usage: `ĐIỀU_CẦN_TÌM ${store}`, run: searchHere, words: 20 },
  duplicates: { usage: store, run: listDuplicates },
  'audit verify': { usage: store, run: verifyAudit },
  check: { usage: store, run: checkStore },
  'backup make': { usage: `${store} --to THƯ_MỤC`, run: makeBackupHere },
  'backup list': { usage: '--in THƯ_MỤC', run: listBackupsHere },
  'backup check': { usage: 'BẢN_SAO_LƯU --recovery-code-file TỆP', run: checkBackupHere, words: 1 },
  'backup restore': { usage: `BẢN_SAO_LƯU ${store}`, run: restoreHere, words: 1 },
  forms: { usage: '', run: listFormsHere },
  print: {
    usage: `MẪU ${store} [--edition BẢN] --enrolment|--household|--conference SỐ | --day NGÀY | --blank --out TỆP.pdf`,
    run: printHere,
    words: 1,
  },
  'list enrolments': { usage: store, run: (flags) => listRecords(flags, 'enrolments') },
  renewals: { usage: `${store} --on NGÀY`, run: listRenewalsHere },
  overview: { usage: `${store} --on NGÀY`, run: overviewHere },
  conferences: { usage: store, run: listConferencesHere },
  'targets import': { usage: `TỆP ${store} [--dry-run]`, run: importTargetsHere, words: 1 },
  'targets undo': { usage: store, run: undoTargetsHere },
  'list conferences': { usage: store, run: (flags) => listRecords(flags, 'conferences') },
  summary: {
    usage: `${store} --kind launch-day|day|week|month|campaign --from NGÀY --to NGÀY | --on NGÀY ${keyUsage} --out THƯ_MỤC [--pool] [--annex CHỨNG_THƯ_THÀNH_PHỐ]`,
    run: writeSummaryHere,
  },
  'key practice': { usage: '--out KHÓA.p12 --pass-file TỆP --unit MÃ [--on NGÀY]', run: makeKey },
  'token list': { usage: '--driver TRÌNH_ĐIỀU_KHIỂN', run: listTokensHere },
  verify: { usage: 'TỆP --trust THƯ_MỤC', run: verifyHere, words: 1 },
  receive: { usage: `TỆP|THƯ_MỤC… ${store}`, run: receiveHere, words: 1000 },
  receipt: { usage: `TỆP ${store} [--trust THƯ_MỤC]`, run: openReceiptHere, words: 1 },
  'receipt make': {
    usage: `${store} ${keyUsage} --out THƯ_MỤC [--unit MÃ] [--reason LÝ_DO]`,
    run: makeReceiptsHere,
  },
  'annex open': {
    usage: `TỆP ${store} --key KHÓA.p12 --pass-file TỆP --out TỆP.xlsx`,
    run: openAnnexHere,
    words: 1,
  },
  'linkage key': { usage: '--out TỆP', run: makeLinkageKeyHere },
  'linkage list': {
    usage: `${store} --from NGÀY --to NGÀY --sequence SỐ --key-file TỆP --out TỆP.json`,
    run: writeLinkageList,
  },
  'linkage compare': { usage: 'TỆP… --key-file TỆP', run: compareLinkage, words: 1000 },
  merged: {
    usage: `${store} --from NGÀY --to NGÀY --format xlsx|csv|parquet --out THƯ_MỤC`,
    run: exportMergedHere,
  },
}
