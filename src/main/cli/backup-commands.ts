import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { fail } from '#core/result.ts'
import { backupStore, type FoundBackup, findBackups, lookAt } from '../app/backup-folder.ts'
import { makeBackup } from '../app/backups.ts'
import { tryCode } from '../app/code-tries.ts'
import { copyHere, judgeCopy } from '../app/copier.ts'
import { fileProblem, makeFolder } from '../app/files.ts'
import { noVault, openKeyWithCode } from '../app/key-file.ts'
import { change, timeInVietnam, todayInVietnam } from '../app/office.ts'
import { restoreStore } from '../app/restore-store.ts'
import { checkCopy } from '../db/backup.ts'
import type { Flags } from './commands.ts'
import {
  type Answer,
  commandLine,
  groundHere,
  need,
  readSecret,
  Usage,
  withOffice,
} from './ground.ts'

/** `backup make`: one backup of the office into `--to`, checked. */
export async function makeBackupHere(flags: Flags): Promise<Answer> {
  const place = need(flags, 'to')
  return withOffice(flags, async (office) => {
    try {
      makeFolder(place)
    } catch (error) {
      const problem = fileProblem(error, place)
      if (problem) return problem
      throw error
    }
    const made = await makeBackup(office, place, copyHere)
    if (!made.ok) return made
    const { folder, name, manifest } = made.value
    if (manifest) {
      const { sha256, size, events } = manifest
      const detail = { name, place, sha256, size, events }
      await change(office, commandLine, (_db, audit) =>
        audit({ event: 'backup.made', subject: 'office', detail }),
      )
    }
    return { ok: true, value: { folder, ...manifest }, text: `Đã sao lưu: ${line(made.value)}` }
  })
}

/** `backup list`: the backups in `--in`, newest first, judged by manifest and size. */
export async function listBackupsHere(flags: Flags): Promise<Answer> {
  const found = findBackups(need(flags, 'in'))
  if (!found.ok) return found
  const value = { backups: found.value }
  return { ok: true, value, text: found.value.map(line).join('\n') }
}

/** `backup check`: opens a backup with the recovery code and holds it against its manifest. */
export async function checkBackupHere(flags: Flags, [folder = '']: string[]): Promise<Answer> {
  if (folder === '') throw new Usage('Thiếu thư mục bản sao lưu.')
  const found = lookAt(folder)
  if (!found.manifest) return fail('backup.unreadable', { folder })
  const code = readSecret(need(flags, 'recovery-code-file'))
  if (!code.ok) return code
  const now = groundHere().now()
  const key = tryCode(folder, now, () => openKeyWithCode(folder, code.value, noVault))
  if (!key.ok) return key
  const order = { key: key.value, nativeBinding: undefined }
  const judged = judgeCopy(await checkCopy(backupStore(folder), order), found.manifest)
  if (!judged.ok) return judged
  return { ok: true, value: { folder, ...found.manifest }, text: `Nguyên vẹn: ${line(found)}` }
}

/** `backup restore`: restores `--data` from a backup; what stands there is kept aside. */
export async function restoreHere(flags: Flags, [backup = '']: string[]): Promise<Answer> {
  if (backup === '') throw new Usage('Thiếu thư mục bản sao lưu.')
  const folder = need(flags, 'data')
  const code = readSecret(need(flags, 'recovery-code-file'))
  if (!code.ok) return code
  const restored = await restoreStore(groundHere(), { backup, folder, code: code.value })
  if (!restored.ok) return restored
  const { manifest, aside } = restored.value
  const opened = await withOffice(flags, async (office) => {
    const { madeAt, sha256 } = manifest
    const detail = { name: backup, madeAt, sha256, aside }
    await change(office, commandLine, (_db, audit) =>
      audit({ event: 'backup.restored', subject: 'office', detail }),
    )
    return { ok: true, value: null, text: '' }
  })
  if (!opened.ok) return opened
  const kept = aside === null ? '' : ` Dữ liệu cũ được giữ ở ${aside}.`
  const text = `Đã khôi phục ${manifest.name} vào ${folder}.${kept}`
  return { ok: true, value: { folder, aside, ...manifest }, text }
}

function line({ name, verdict, manifest }: FoundBackup): string {
  if (!manifest) return `${name}\t${verdicts[verdict]}`
  const at = new Date(manifest.madeAt)
  const { person = 0, enrolment = 0 } = manifest.counts
  return [
    name,
    `${formatDate(todayInVietnam(at))} ${timeInVietnam(manifest.madeAt)}`,
    `${formatMoney(person)} người, ${formatMoney(enrolment)} hồ sơ`,
    verdicts[verdict],
  ].join('\t')
}

const verdicts = {
  whole: 'nguyên vẹn',
  changed: 'bị thay đổi',
  unreadable: 'không đọc được',
} as const
