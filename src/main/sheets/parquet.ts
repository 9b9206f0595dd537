import { ByteWriter, parquetWriteRows } from 'hyparquet-writer'
import { writeInPieces } from './file-sink.ts'
import type { Cell } from './sheet.ts'

/** A column of a Parquet file; numbers are 64-bit whole numbers, text is UTF-8. */
export type ParquetColumn = { name: string; type: 'text' | 'integer' }

/** How many rows are held in memory before they are written. */
const group = 20_000

/**
 * Writes rows as an Apache Parquet file (Snappy), a group of rows at a time, so that memory does not grow
 * with them. Throws the system's error when the disk does not take it, and then leaves nothing behind.
 */
export async function writeParquet(
  path: string,
  columns: readonly ParquetColumn[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  await writeInPieces(path, async (sink) => {
    const writer = new ByteWriter()
    const flush = () => {
      sink(new Uint8Array(writer.buffer, 0, writer.index))
      writer.index = 0
    }
    await parquetWriteRows({
      writer: Object.assign(writer, { flush, finish: flush }),
      columns: columns.map(({ name, type }) => ({
        name,
        type: type === 'text' ? ('STRING' as const) : ('INT64' as const),
        nullable: true,
      })),
      rows: records(columns, rows),
      rowGroupSize: group,
      createdBy: 'raquan',
    })
  })
}

function* records(
  columns: readonly ParquetColumn[],
  rows: Iterable<readonly Cell[]>,
): Generator<Record<string, string | bigint | null>> {
  for (const row of rows) {
    const record: Record<string, string | bigint | null> = {}
    for (const [index, { name }] of columns.entries()) {
      const cell = row[index] ?? null
      record[name] = typeof cell === 'number' ? BigInt(cell) : cell
    }
    yield record
  }
}
