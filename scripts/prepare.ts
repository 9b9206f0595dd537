import { main } from './lib/console.ts'
import { ensureRuntime } from './runtime/ensure.ts'

await main(async () => {
  await ensureRuntime()
  return 0
})
