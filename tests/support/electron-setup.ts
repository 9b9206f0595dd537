import type { FullConfig } from '@playwright/test'
import { buildApp } from '../../scripts/lib/build.ts'
import { hasDisplay } from '../../scripts/lib/display.ts'
import { ensureRuntime, findRuntime } from '../../scripts/runtime/ensure.ts'
import { startDisplays } from './displays.ts'

/** Playwright's setup for all end-to-end tests: a runtime, a fresh build, something to draw on. */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (!findRuntime()) await ensureRuntime()
  await buildApp()
  return hasDisplay() ? async () => undefined : startDisplays(workers)
}
