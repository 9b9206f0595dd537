import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { contentPolicy, fileFor, scheme, typeOf } from './page-files.ts'

/** Must run before the app is ready: makes `app://` a secure origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page from one folder and refuses everything outside it. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const path = fileFor(request.url, folder)
    if (path === null || request.method !== 'GET') return new Response(null, { status: 404 })
    try {
      return new Response(await readFile(path), {
        headers: {
          'content-type': typeOf(path),
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

/**
 * Refuses every request that would leave this computer. The spell checker fetches its dictionaries past
 * every filter, so it has none to fetch.
 */
export function blockNetwork(session: Session, own = [`${scheme}:`]): void {
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  const local = [...own, 'data:', 'blob:', 'devtools:', 'chrome-extension:']
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !local.some((each) => url.startsWith(each)) })
  })
}
