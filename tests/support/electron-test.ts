import { test as base, type TestInfo } from '@playwright/test'
import { openStage, type Stage } from './electron-stage.ts'

/** Playwright's `test` with a `stage` for the real app; a failing test keeps pictures and logs. */
export const test = base.extend<{ stage: Stage }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads fixture names from the pattern
  stage: async ({}, use, info) => {
    const stage = await openStage()
    await use(stage)
    if (info.status !== info.expectedStatus) await keepEvidence(stage, info)
    await stage.close()
  },
})

export { expect } from '@playwright/test'

async function keepEvidence(stage: Stage, info: TestInfo): Promise<void> {
  for (const [number, { app, log }] of stage.started.entries()) {
    await info.attach(`app-${number}.log`, { body: log(), contentType: 'text/plain' })
    for (const page of app.windows()) {
      const path = info.outputPath(`app-${number}.png`)
      const taken = await page.screenshot({ path }).catch(() => undefined)
      if (taken) await info.attach(`app-${number}.png`, { path })
    }
  }
}
