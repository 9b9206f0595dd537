import { main } from './lib/console.ts'
import { isRoot, show, tool } from './lib/process.ts'
import { ensureRuntime } from './runtime/ensure.ts'

await main(async () => {
  const { executable, env } = await ensureRuntime()
  const [node, vite] = tool('electron-vite')
  const electron = { ELECTRON_EXEC_PATH: executable, ...(isRoot && { NO_SANDBOX: '1' }) }
  return show(node, [vite, 'dev', '--watch'], { env: { ...process.env, ...env, ...electron } })
})
