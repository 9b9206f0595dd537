import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The driver of SoftHSM, a token in software (Debian's softhsm2). */
export const softDriver = '/usr/lib/softhsm/libsofthsm2.so'

/** Name and PIN of a token made here. */
export const softToken = { label: 'BHXH Sóc Sơn', pin: '24681357' }

/**
 * Sets up a SoftHSM token in a folder with the tools an issuer uses. `env` is what a process needs to
 * see it, before it loads the driver; `put` imports `NAME.key` and `NAME.pem` of the folder under an id
 * (hex); `pullOut` takes the token away and answers how to plug it in again.
 */
export function makeSoftToken(folder: string) {
  const at = (name: string): string => join(folder, name)
  const tokens = at('tokens')
  const env = { SOFTHSM2_CONF: at('softhsm2.conf') }
  const run = (tool: string, args: readonly string[]) =>
    execFileSync(tool, args, { env: { ...process.env, ...env }, stdio: 'pipe' })
  const { label, pin } = softToken
  mkdirSync(tokens)
  writeFileSync(env.SOFTHSM2_CONF, `directories.tokendir = ${tokens}\nlog.level = ERROR\n`)
  const pins = ['--pin', pin, '--so-pin', '13572468']
  run('softhsm2-util', ['--init-token', '--free', '--label', label, ...pins])
  const put = (name: string, id: string): void => {
    const [key, p8, pem, der] = ['key', 'p8', 'pem', 'der'].map((end) => at(`${name}.${end}`))
    run('openssl', ['pkcs8', '-topk8', '-nocrypt', '-in', `${key}`, '-out', `${p8}`])
    run('openssl', ['x509', '-in', `${pem}`, '-outform', 'DER', '-out', `${der}`])
    const where = ['--pin', pin, '--id', id, '--label', name]
    run('softhsm2-util', ['--import', `${p8}`, '--token', label, ...where])
    run('pkcs11-tool', [
      ...['--module', softDriver, '--token-label', label, '--login', ...where],
      ...['--write-object', `${der}`, '--type', 'cert'],
    ])
  }
  const pullOut = (): (() => void) => {
    const [name = ''] = readdirSync(tokens)
    const [inside, outside] = [join(tokens, name), at('pulled-out')]
    renameSync(inside, outside)
    return () => renameSync(outside, inside)
  }
  return { env, put, pullOut }
}
