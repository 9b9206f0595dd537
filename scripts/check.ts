import { main, say, spoken } from './lib/console.ts'
import { run, tool } from './lib/process.ts'

const types = (project: string) => [...tool('typescript', 'tsc'), '-p', project]

const checks: Record<string, string[]> = {
  'Kiểu (main, tests, scripts)': types('.'),
  'Kiểu (core)': types('src/core'),
  'Kiểu (renderer)': types('src/renderer'),
  'Định dạng và lint': [...tool('@biomejs/biome', 'biome'), 'check'],
  'Kiến trúc': [...tool('vitest'), 'run', 'tests/architecture.test.ts'],
}

await main(async () => {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, [command = '', ...args]]) => {
      const start = performance.now()
      const { code, output } = await run(command, args)
      say(`${code === 0 ? '✓' : '✗'} ${name} (${spoken(performance.now() - start)})`)
      return { name, code, output }
    }),
  )
  const failed = results.filter(({ code }) => code !== 0)
  for (const { name, output } of failed) say(`\n${name}:\n${output.trimEnd()}`)
  return failed.length === 0 ? 0 : 1
})
