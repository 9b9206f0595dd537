import { existsSync } from 'node:fs'
import { fail, type Result } from '#core/result.ts'
import { fileProblem, writeDurably } from '../app/files.ts'
import { compareLists, makeLinkageList } from '../app/linkage.ts'
import { makeLinkageKey, readLinkageKey } from '../exchange/linkage.ts'
import type { Flags } from './commands.ts'
import { type Answer, need, needDays, needNumber, readSecret, Usage, withOffice } from './ground.ts'

/** `linkage key`: makes the key by which people counted twice are found. */
export async function makeLinkageKeyHere(flags: Flags): Promise<Answer> {
  const out = need(flags, 'out')
  const written = write(out, `${makeLinkageKey()}\n`)
  if (!written.ok) return written
  return { ok: true, value: { file: out }, text: `Đã tạo khóa đối chiếu ${out}.` }
}

/** `linkage list`: writes the keyed hashes of the people a unit counted in a span. */
export async function writeLinkageList(flags: Flags): Promise<Answer> {
  const out = need(flags, 'out')
  const span = { ...needDays(flags), sequence: needNumber(flags, 'sequence') }
  const key = keyOf(flags)
  if (!key.ok) return key
  return withOffice(flags, async (office) => {
    const list = await makeLinkageList(office, key.value, span)
    if (!list.ok) return list
    const written = write(out, list.value)
    if (!written.ok) return written
    return { ok: true, value: { file: out }, text: `Đã ghi danh sách đối chiếu ${out}.` }
  })
}

/** `linkage compare`: says how many people several units counted, and in which files. */
export async function compareLinkage(flags: Flags, files: string[]): Promise<Answer> {
  if (files.length < 2) throw new Usage('Cần ít nhất hai danh sách đối chiếu.')
  const key = keyOf(flags)
  if (!key.ok) return key
  const compared = compareLists(files, key.value)
  if (!compared.ok) return compared
  const { collisions } = compared.value
  const lines = collisions.map(({ people, files: where }) => {
    const places = where.map(({ unit, sequence }) => `${unit} (tệp số ${sequence})`)
    return `${people} người có ở: ${places.join(', ')}`
  })
  const text =
    lines.length > 0 ? lines.join('\n') : 'Không có người nào được nhiều đơn vị cùng tính.'
  return { ok: true, value: compared.value, text }
}

function keyOf(flags: Flags): Result<Buffer> {
  const text = readSecret(need(flags, 'key-file'))
  return text.ok ? readLinkageKey(text.value) : text
}

function write(path: string, text: string): Result<true> {
  if (existsSync(path)) return fail('file.exists', { file: path })
  try {
    writeDurably(path, text)
    return { ok: true, value: true }
  } catch (error) {
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
}
