import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SignUp } from '#core/papers/facts.ts'
import { hasDisplay, startVirtualDisplay } from '../../lib/display.ts'
import { isRoot, mustRun } from '../../lib/process.ts'
import { ensureRuntime } from '../../runtime/ensure.ts'
import { tk1Day, tk1Frame, tk1Lines } from './tk1-text.ts'

const perChunk = 200

/** Milliseconds that Chromium's `printToPDF` takes for one page of these papers, in chunks of 200. */
export async function timeChromium(signUps: readonly SignUp[]): Promise<number> {
  const { executable, env } = await ensureRuntime()
  const folder = await mkdtemp(join(tmpdir(), 'raquan-bench-'))
  const display = hasDisplay() ? null : await startVirtualDisplay()
  try {
    const chunks = Math.floor(signUps.length / perChunk)
    for (let i = 0; i < chunks; i += 1) {
      const own = signUps.slice(i * perChunk, (i + 1) * perChunk)
      await writeFile(join(folder, `${i}.html`), pageOf(own))
    }
    await writeFile(
      join(folder, 'package.json'),
      '{"name":"bench","version":"1.0.0","main":"main.cjs"}',
    )
    await writeFile(join(folder, 'main.cjs'), program)
    const args = [folder, ...(isRoot ? ['--no-sandbox'] : [])]
    const screen = display ? { DISPLAY: display.name } : {}
    const job = { ...process.env, ...env, ...screen, BENCH_CHUNKS: String(chunks) }
    await mustRun(executable, args, { env: job })
    const { milliseconds, pages } = JSON.parse(await readFile(join(folder, 'times.json'), 'utf8'))
    if (pages !== chunks * perChunk) throw new Error(`Chromium printed ${pages} pages`)
    return milliseconds / pages
  } finally {
    await display?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

// Loading counts too: a page has to be laid out before it can be printed.
const program = `const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')
const { writeFileSync } = require('node:fs')
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('about:blank')
  let milliseconds = 0, pages = 0
  for (let i = 0; i < Number(process.env.BENCH_CHUNKS); i += 1) {
    const start = performance.now()
    await window.loadFile(join(__dirname, i + '.html'))
    const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
    milliseconds += performance.now() - start
    pages += (pdf.toString('latin1').match(/\\/Type\\s*\\/Page[^s]/g) ?? []).length
  }
  writeFileSync(join(__dirname, 'times.json'), JSON.stringify({ milliseconds, pages }))
  app.exit(0)
})`

const style = `@page { size: A4; margin: 10mm 12mm 10mm 15mm }
body { font: 12.5pt/1.35 "Liberation Serif"; margin: 0 }
section { break-after: page; position: relative; height: 276mm; overflow: hidden }
.corner { font: bold 9pt "Liberation Serif"; text-align: center; margin-left: 60% }
.heads, .signatures { display: grid; grid-template-columns: 4fr 6fr; text-align: center }
h1 { font-size: 14pt; text-align: center; margin: 1mm 0 }
.lines { display: flex; flex-wrap: wrap }
.lines p { margin: 0; flex: 1 1 40%; border-bottom: 1px dotted }
.mark { position: absolute; top: 45%; left: 5%; font-size: 90pt; color: #e3e3e3; transform: rotate(-55deg); z-index: -1 }
.foot { position: absolute; bottom: 0; font: italic 9pt "Liberation Serif" }`

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function pageOf(signUps: readonly SignUp[]): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><style>${style}</style>
${signUps.map(sectionOf).join('\n')}</html>`
}

function sectionOf(signUp: SignUp): string {
  const { corner, left, right, title, signatures, note, foot } = tk1Frame
  const lines = tk1Lines(signUp).map(
    ({ label, value }) => `<p>${escaped(label)} <b>${escaped(value)}</b></p>`,
  )
  return `<section><div class="mark">THỰC HÀNH</div><div class="corner">${corner.join('<br>')}</div>
<div class="heads"><b>${left}</b><b>${right.join('<br>')}</b></div>
${title.map((text) => `<h1>${text}</h1>`).join('')}<div class="lines">${lines.join('')}</div>
<div class="signatures"><span>${signatures[0]}</span><span><i>${tk1Day(signUp)}</i><br><b>${signatures[1]}</b></span></div>
<p><i>${note}</i></p><div class="foot">${foot}</div></section>`
}
