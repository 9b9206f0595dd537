import { execFile, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ensureDebianPackages } from '../../scripts/runtime/debian.ts'

const run = promisify(execFile)

/** A print server of our own with one printer that puts what it prints into a folder as PDF. */
export type PrintServer = {
  printer: string
  /** What the app needs in its environment to print here. */
  env: Record<string, string>
  /** Runs a tool of CUPS against this server. */
  tool: (name: string, ...args: string[]) => Promise<string>
  /** Waits for the next document out of the printer. */
  next: () => Promise<Buffer>
  /** How many documents came out so far. */
  count: () => Promise<number>
  close: () => Promise<void>
}

/**
 * Presses a key in the print dialog of the system as soon as it is there. Its title follows the
 * language of the machine.
 */
export async function pressInPrintDialog(key: 'Escape' | 'Return'): Promise<void> {
  const find = ['search', '--sync', '--onlyvisible', '--name', '^(Print|In)$']
  await run('timeout', ['20', 'xdotool', ...find, 'windowfocus', '--sync', 'key', key])
}

const printer = 'RaQuan-thu'
// Two test processes may print at once, each to a driver of its own.
const driver = `raquan-${process.pid}`
// The driver reads its settings only from this folder; the file goes when we close.
const driverConfig = `/etc/cups/cups-pdf-${driver}.conf`

/** Starts CUPS in a folder of its own, apart from the print server of the machine; needs root. */
export async function startPrintServer(): Promise<PrintServer> {
  await ensureDebianPackages('CUPS và máy in PDF', ['printing'])
  const folder = await mkdtemp(join(tmpdir(), 'raquan-cups-'))
  // Filters work as a user of their own and must reach the spool.
  await chmod(folder, 0o755)
  const at = (...names: string[]) => join(folder, ...names)
  const out = at('out')
  for (const name of ['run', 'cache', 'spool/tmp', 'log', 'out', 'ppd', 'driver']) {
    await mkdir(at(name), { recursive: true })
  }
  const socket = at('run', 'cups.sock')
  await writeFile(at('cupsd.conf'), serverConfig(socket))
  await writeFile(at('cups-files.conf'), filesConfig(folder))
  const settings = [`Out ${out}`, `AnonDirName ${out}`, `Spool ${at('driver')}`, `Log ${at('log')}`]
  await writeFile(driverConfig, `${settings.join('\n')}\n`)
  const server = spawn(
    '/usr/sbin/cupsd',
    ['-f', '-c', at('cupsd.conf'), '-s', at('cups-files.conf')],
    { stdio: 'ignore' },
  )
  const env = { CUPS_SERVER: socket }
  const tool = async (name: string, ...args: string[]) => {
    const path = `/usr/sbin:/usr/bin:${process.env.PATH}`
    const { stdout } = await run(name, args, { env: { ...process.env, ...env, PATH: path } })
    return stdout
  }
  await until(() => tool('lpstat', '-r').then((said) => said.includes('is running')))
  const model = 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd'
  await tool('lpadmin', '-p', printer, '-v', `cups-pdf:/${driver}`, '-E', '-m', model)
  const seen = new Set<string>()
  return {
    printer,
    env,
    tool,
    next: async () => {
      let file: string | undefined
      await until(async () => {
        const idle = (await tool('lpstat', '-W', 'not-completed', '-o', printer)) === ''
        file = idle ? (await readdir(out)).find((name) => !seen.has(name)) : undefined
        return file !== undefined
      })
      seen.add(file ?? '')
      return readFile(join(out, file ?? ''))
    },
    count: async () => (await readdir(out)).length,
    close: async () => {
      await tool('lpadmin', '-x', printer).catch(() => undefined)
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill()
      await ended
      await rm(driverConfig, { force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const serverConfig = (socket: string) => `LogLevel warn
Listen ${socket}
WebInterface No
Browsing No
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
`

const filesConfig = (folder: string) => `ServerRoot ${folder}
StateDir ${folder}/run
CacheDir ${folder}/cache
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
ErrorLog ${folder}/log/error_log
AccessLog ${folder}/log/access_log
PageLog ${folder}/log/page_log
SystemGroup root
`

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the print server did not get there within 30 seconds')
}
