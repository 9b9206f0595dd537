import { buildApp } from '../../scripts/lib/build.ts'
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.ts'
import { ensureRuntime, findRuntime } from '../../scripts/runtime/ensure.ts'

/** Playwright's setup for all end-to-end tests: a runtime, a fresh build, something to draw on. */
export default async function setup(): Promise<() => Promise<void>> {
  if (!findRuntime()) await ensureRuntime()
  await buildApp()
  if (hasDisplay()) return async () => undefined
  const display = await startVirtualDisplay()
  process.env.DISPLAY = display.name
  return display.stop
}
