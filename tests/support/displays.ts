import { startVirtualDisplay } from '../../scripts/lib/display.ts'

const variable = 'RAQUAN_TEST_DISPLAYS'

/** Starts a virtual display for each worker; answers how to end them. */
export async function startDisplays(workers: number): Promise<() => Promise<void>> {
  const displays = await Promise.all(Array.from({ length: workers }, startVirtualDisplay))
  process.env[variable] = displays.map(({ name }) => name).join()
  return async () => {
    await Promise.all(displays.map(({ stop }) => stop()))
  }
}

/** Gives a worker the display of its own; nothing to do where no display was started. */
export function takeDisplay(): void {
  const own = process.env[variable]?.split(',')[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
  if (own) process.env.DISPLAY = own
}
