import { type Made, openWithTool } from './office.ts'

/** Every text of the store and of the index of words, as a tool with the key reads it. */
export function everyText(made: Made): string {
  const tool = openWithTool(made.office.store.file, made.key)
  const tables = tool
    .prepare("select name from sqlite_master where type = 'table' and sql not like '%virtual%'")
    .pluck()
    .all() as string[]
  const all = tables.map((table) =>
    tool
      .prepare(`select * from "${table}"`)
      .raw()
      .all()
      .map((row) => (row as unknown[]).map((v) => (Buffer.isBuffer(v) ? v.toString() : v)).join()),
  )
  tool.close()
  return all.flat().join('\n')
}
