import { join } from 'node:path'
import { buildApp } from './lib/build.ts'
import { main, say } from './lib/console.ts'
import { packageApp } from './lib/package-app.ts'
import { outDir } from './lib/paths.ts'
import { ensureRuntime } from './runtime/ensure.ts'

await main(async () => {
  const runtime = await ensureRuntime()
  await buildApp()
  say(`Xem kết quả: ${await packageApp(runtime, join(outDir, 'package'))}`)
  return 0
})
