import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { main, say, spoken } from './lib/console.ts'
import { type GateAnswer, judgeAudit, judgeElectron } from './lib/gates.ts'
import { projectDir } from './lib/paths.ts'
import { run, tool } from './lib/process.ts'

const types = (project: string) => [...tool('typescript', 'tsc'), '-p', project]

const checks: Record<string, string[]> = {
  'Kiểu (main, tests, scripts)': types('.'),
  'Kiểu (core)': types('src/core'),
  'Kiểu (renderer)': types('src/renderer'),
  'Định dạng và lint': [...tool('@biomejs/biome', 'biome'), 'check'],
  'Kiến trúc': [...tool('vitest'), 'run', 'tests/architecture.test.ts'],
}

/** What only the package registry knows; a machine that cannot ask it says so and goes on. */
const gates: Record<string, () => Promise<GateAnswer>> = {
  'Gói đi kèm chương trình không có lỗi bảo mật nặng đã biết': async () =>
    judgeAudit((await ask('audit', '--omit=dev', '--json')) ?? ''),
  'Electron còn được sửa lỗi bảo mật': async () => {
    const own = readFileSync(join(projectDir, 'package.json'), 'utf8')
    return judgeElectron(
      JSON.parse(own).devDependencies.electron,
      await ask('view', 'electron', 'version'),
    )
  },
}

await main(async () => {
  const [results, answers] = await Promise.all([runChecks(), askGates()])
  const failed = results.filter(({ code }) => code !== 0)
  for (const { name, output } of failed) say(`\n${name}:\n${output.trimEnd()}`)
  return failed.length === 0 && answers.every(({ state }) => state !== 'bad') ? 0 : 1
})

function runChecks() {
  return Promise.all(
    Object.entries(checks).map(async ([name, [command = '', ...args]]) => {
      const start = performance.now()
      const { code, output } = await run(command, args)
      say(`${code === 0 ? '✓' : '✗'} ${name} (${spoken(performance.now() - start)})`)
      return { name, code, output }
    }),
  )
}

function askGates() {
  const marks = { good: '✓', bad: '✗', unknown: '?' }
  return Promise.all(
    Object.entries(gates).map(async ([name, gate]) => {
      const answer = await gate()
      const more = answer.state === 'unknown' ? 'chưa hỏi được kho gói' : answer.found.join(', ')
      say(`${marks[answer.state]} ${name}${more && `: ${more}`}`)
      return answer
    }),
  )
}

async function ask(...args: string[]): Promise<string | null> {
  const { output } = await run('npm', args, { timeout: 30_000 }).catch(() => ({ output: null }))
  return output
}
