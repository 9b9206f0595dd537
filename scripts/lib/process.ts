import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from './console.ts'
import { projectDir, toolsDir } from './paths.ts'

/** What a finished command said and its exit code (null when it was killed). */
export type Finished = { code: number | null; output: string }

/** How to run a command; `timeout` in milliseconds. */
export type RunOptions = Pick<SpawnOptions, 'cwd' | 'env'> & { timeout?: number }

const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill()
})

/** Keeps a child from outliving this script. */
export function adopt<T extends ChildProcess>(child: T): T {
  children.add(child)
  child.once('close', () => children.delete(child))
  return child
}

/** The command line that runs a tool npm installed, with this Node and without a shell. */
export function tool(packageName: string, bin = packageName): [string, string] {
  const folder = join(toolsDir, packageName)
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return [process.execPath, join(folder, typeof bins === 'string' ? bins : bins[bin])]
}

/** Runs a command without a shell and answers what it printed (both streams) and its exit code. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = adopt(
      spawn(command, args, {
        cwd: projectDir,
        ...options,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** Runs a command that must succeed; when it does not, stops with its last lines. */
export async function mustRun(
  command: string,
  args: string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, output } = await run(command, args, options)
  if (code === 0) return output
  const tail = output.trim().split('\n').slice(-15).join('\n')
  throw new Stop(`Lệnh "${command} ${args.join(' ')}" không thành công (mã ${code}):\n${tail}`)
}

/** Runs a command whose output goes straight to this terminal and answers its exit code. */
export function show(command: string, args: string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = adopt(spawn(command, args, { cwd: projectDir, ...options, stdio: 'inherit' }))
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** True when this script runs as root (Chromium's sandbox refuses to start there). */
export const isRoot = process.getuid?.() === 0
