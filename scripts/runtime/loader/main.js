// The app inside the fallback runtime. Like the default app of an official Electron, it loads the
// app whose folder is named on the command line, after the modules named with -r.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { folder, modules } = readCommandLine(process.argv.slice(1))
const require = createRequire(import.meta.url)

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(folder)
for (const module of modules) require(resolve(module))
await import(pathToFileURL(join(folder, manifest.main)).href)

function readCommandLine(args) {
  const modules = []
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '-r' || args[i] === '--require') modules.push(args[++i])
    else if (!args[i].startsWith('-')) return { folder: resolve(args[i]), modules }
  }
  console.error('This runtime needs the folder of an app on its command line.')
  process.exit(2)
}
