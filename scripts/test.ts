import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { main, Stop, say } from './lib/console.ts'
import { outDir, projectDir } from './lib/paths.ts'
import { show, tool } from './lib/process.ts'
import { ensureRuntime } from './runtime/ensure.ts'

type Counts = { passed: number; failed: number; skipped: number }

const reports = join(outDir, 'test')
const endToEnd = 'tests/e2e'

await main(async () => {
  const paths = readPaths(process.argv.slice(2))
  await ensureRuntime()
  await rm(reports, { recursive: true, force: true })
  await mkdir(reports, { recursive: true })
  const inBrowser = paths.filter((path) => path.startsWith(endToEnd))
  const onNode = paths.filter((path) => !path.startsWith(endToEnd))
  const counts: Counts[] = []
  if (onNode.length > 0 || paths.length === 0) counts.push(await runVitest(onNode))
  if (inBrowser.length > 0 || paths.length === 0) counts.push(await runPlaywright(inBrowser))
  const { passed, failed, skipped } = counts.reduce(add, { passed: 0, failed: 0, skipped: 0 })
  say(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed === 0 ? 0 : 1
})

/** Both runners take paths as patterns: a mistyped one would quietly match nothing. */
function readPaths(args: string[]): string[] {
  const paths = args.map((path) => relative(projectDir, resolve(path)).replaceAll('\\', '/'))
  const wrong = paths.find(
    (path) => !path.startsWith('tests') || !existsSync(resolve(projectDir, path)),
  )
  if (wrong === undefined) return paths
  throw new Stop(`Không có "${wrong}". Cách dùng: npm test [-- tests/… tests/e2e/…]`)
}

async function runVitest(paths: string[]): Promise<Counts> {
  const file = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const [node, vitest] = tool('vitest')
  const code = await show(node, [vitest, 'run', ...reporters, ...paths])
  const report = await readJson(file)
  return {
    passed: report?.numPassedTests ?? 0,
    failed: orOne(code, report?.numFailedTests ?? 0),
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

async function runPlaywright(paths: string[]): Promise<Counts> {
  const [node, playwright] = tool('@playwright/test', 'playwright')
  const code = await show(node, [playwright, 'test', ...paths])
  const stats = (await readJson(join(reports, 'playwright.json')))?.stats
  const flaky = stats?.flaky ?? 0
  if (flaky > 0) say(`${flaky} passed at the second try`)
  return {
    passed: (stats?.expected ?? 0) + flaky,
    failed: orOne(code, stats?.unexpected ?? 0),
    skipped: stats?.skipped ?? 0,
  }
}

/** A runner that fails without a failed test (a file that does not load) counts as one failure. */
function orOne(code: number, failed: number): number {
  return code === 0 ? failed : Math.max(failed, 1)
}

// biome-ignore lint/suspicious/noExplicitAny: the runners' own reports, read for a few numbers only
async function readJson(file: string): Promise<any> {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined
}

function add(sum: Counts, counts: Counts): Counts {
  return {
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
    skipped: sum.skipped + counts.skipped,
  }
}
