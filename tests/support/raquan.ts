import { execFile } from 'node:child_process'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '..', '..', 'src', 'main', 'cli.ts')

/** Runs `raquan … --json` on plain Node; answers its exit code and what it printed as JSON. */
export function raquan<T>(...args: string[]): Promise<{ code: number; value: T }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, ...args, '--json'], (error, stdout, stderr) => {
      try {
        const code = typeof error?.code === 'number' ? error.code : 0
        resolve({ code, value: JSON.parse(stdout) as T })
      } catch {
        reject(new Error(`raquan ${args.join(' ')}: ${stderr || stdout}`))
      }
    })
  })
}
