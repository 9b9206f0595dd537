import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { tool } from '../../scripts/lib/process.ts'
import { canMakeNetwork, makeQuietNetwork } from '../support/quiet-network.ts'

test('[A71] a whole office day sends nothing out of the computer', async () => {
  const info = test.info()
  test.skip(!canMakeNetwork, 'only root on Linux can make a network of its own')
  const network = makeQuietNetwork()
  try {
    const [node, playwright] = tool('@playwright/test', 'playwright')
    const report = info.outputPath('day.json')
    const day = ['test', 'tests/e2e/office-day.test.ts', '-g', 'one clerk', '--reporter=json']
    const [command, args] = network.inside(node, [
      playwright,
      ...day,
      `--output=${info.outputPath('day')}`,
    ])
    execFileSync(command, args, {
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      stdio: 'ignore',
    })
    expect(JSON.parse(await readFile(report, 'utf8')).stats).toMatchObject({ expected: 1 })
    expect(network.sent()).toBe(0)
    // The meter does count: a name that is looked up would show.
    const [shell, words] = network.inside('bash', ['-c', 'echo > /dev/udp/192.0.2.77/9'])
    execFileSync(shell, words)
    await expect.poll(() => network.sent()).toBeGreaterThan(0)
  } finally {
    network.remove()
  }
})
