import { extname, join, normalize, sep } from 'node:path'

/** The scheme of the app's own page: there is no file:// and no server. */
export const scheme = 'app'
const host = 'raquan'

/** The page of the app. */
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

/** Whether a URL is a page of the app itself. */
export function isOwnPage(url: string): boolean {
  try {
    const parsed = new URL(url)
    return parsed.protocol === `${scheme}:` && parsed.host === host
  } catch {
    return false
  }
}

/** The content type of a file that `fileFor` answered. */
export function typeOf(file: string): string {
  return types[extname(file)] ?? ''
}

// Windows opens a device for these names, whatever folder and ending they come with.
const device =
  /(^|\/)(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])[ .]*(\.[^/]*)?(\/|$)/i

/** The file behind a URL of the page, or null when it is not one of ours. */
export function fileFor(url: string, folder: string): string | null {
  if (!isOwnPage(url)) return null
  let path: string
  try {
    path = decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
  if (/[\\:\0]|\.\./.test(path) || device.test(path) || !Object.hasOwn(types, extname(path))) {
    return null
  }
  const file = normalize(join(folder, path))
  return file.startsWith(folder + sep) ? file : null
}
