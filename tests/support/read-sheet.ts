import { readSheet } from '../../src/main/sheets/workbook.ts'

// Reads a spreadsheet in a process of its own and says what came of it, how long it took (ms) and
// how much memory it needed at most (MB).
const [path = ''] = process.argv.slice(2)
const start = performance.now()
const result = await readSheet(path)
const answer = result.ok ? { rows: result.value.rows.length } : { problem: result.problem.code }
const took = Math.round(performance.now() - start)
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ ...answer, took, memory }))
