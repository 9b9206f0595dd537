import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'

const scheme = 'app'
const host = 'raquan'

/** The page of the app, on our own scheme: there is no file:// and no server. */
export const pageUrl = `${scheme}://${host}/index.html`

/** What the page may load: itself, its own styles and pictures, nothing else. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
}

/** Must run before the app is ready: makes `app://` a secure origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Whether a URL is a page of the app itself. */
export function isOwnPage(url: string): boolean {
  try {
    const parsed = new URL(url)
    return parsed.protocol === `${scheme}:` && parsed.host === host
  } catch {
    return false
  }
}

/** Serves the built page from one folder and refuses everything outside it. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const path = fileFor(request.url, folder)
    if (path === null || request.method !== 'GET') return new Response(null, { status: 404 })
    try {
      return new Response(await readFile(path), {
        headers: {
          'content-type': types[extname(path)] ?? '',
          'content-security-policy': contentPolicy,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

/** The file behind a URL of the page, or null when it is not one of ours. */
export function fileFor(url: string, folder: string): string | null {
  if (!isOwnPage(url)) return null
  let path: string
  try {
    path = decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
  if (/[\\:\0]|\.\./.test(path) || !(extname(path) in types)) return null
  const file = normalize(join(folder, path))
  return file.startsWith(folder + sep) ? file : null
}

/** Refuses every request that would leave this computer. */
export function blockNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    const allowed = /^(app|data|blob|devtools|chrome-extension):/.test(details.url)
    decide({ cancel: !allowed })
  })
}
