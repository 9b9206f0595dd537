import { fail, type Problem } from './result.ts'

const unwritable = [
  ...['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENAMETOOLONG', 'EINVAL', 'ELOOP', 'ENXIO'],
  ...['EIO', 'EBUSY', 'ENODEV'],
]

/** The problem behind a file-system error, or null when it is a bug. */
export function fileProblem(error: unknown, path: string): { ok: false; problem: Problem } | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return fail('store.read-only', { folder: path })
  if (['ENOSPC', 'EDQUOT'].includes(code)) return fail('store.no-space', { folder: path })
  return unwritable.includes(code) ? fail('file.unwritable', { file: path }) : null
}
