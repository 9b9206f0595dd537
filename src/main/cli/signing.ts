import { fail, type Result } from '#core/result.ts'
import { openKeyFile } from '../app/signing-keys.ts'
import type { SigningKey } from '../exchange/key.ts'
import { listTokens, openTokenKey } from '../exchange/token/token.ts'
import type { Flags } from './commands.ts'
import { need, readSecret } from './ground.ts'

/** How the flags of a signing key are written. */
export const keyUsage =
  '--key KHÓA.p12 --pass-file TỆP | --driver TRÌNH_ĐIỀU_KHIỂN --token SỐ_SÊ_RI [--certificate VÂN_TAY] --pass-file TỆP_PIN'

/**
 * The signing key of a call: a PKCS#12 file (`--key`) with its password, or a token (`--token` with its
 * `--driver`) with its PIN; password or PIN is the first line of `--pass-file`.
 */
export async function openKeyHere(flags: Flags): Promise<Result<SigningKey>> {
  const path = flags.token === undefined ? need(flags, 'key') : null
  const secret = readSecret(need(flags, 'pass-file'))
  if (!secret.ok) return secret
  return path === null ? openTokenHere(flags, secret.value) : openKeyFile(path, secret.value)
}

async function openTokenHere(flags: Flags, pin: string): Promise<Result<SigningKey>> {
  const [driver, name] = [need(flags, 'driver'), need(flags, 'token')]
  const tokens = listTokens(driver)
  if (!tokens.ok) return tokens
  const token = tokens.value.find(({ serial, label }) => serial === name || label === name)
  if (!token) return fail('exchange.token-gone', { token: name })
  const { serial, certificates } = token
  if (flags.certificate !== undefined)
    return openTokenKey({ driver, serial, fingerprint: need(flags, 'certificate') }, pin)
  const [only, second] = certificates
  if (!only) return fail('exchange.token-no-key')
  if (second) return fail('exchange.token-choose', { token: name })
  return openTokenKey({ driver, serial, fingerprint: only.fingerprint }, pin)
}
