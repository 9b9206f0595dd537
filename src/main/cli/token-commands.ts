import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { listTokens } from '../exchange/token/token.ts'
import type { Flags } from './commands.ts'
import { type Answer, need } from './ground.ts'

/** `token list`: the signing tokens that are plugged in, with the certificates on them; needs no PIN. */
export async function listTokensHere(flags: Flags): Promise<Answer> {
  const tokens = listTokens(need(flags, 'driver'))
  if (!tokens.ok) return tokens
  const value = tokens.value.map(({ certificates, ...token }) => ({
    ...token,
    certificates: certificates.map(({ name, issuer, unit, from, to, fingerprint, scheme }) => ({
      ...{ name, issuer, unit, from, to, fingerprint, scheme },
    })),
  }))
  const lines = value.flatMap(({ label, serial, model, pin, certificates }) => [
    `${label} (${model}, số ${serial}): ${texts.keys.pinState[pin].vi}`,
    ...certificates.map(
      ({ name, unit, from, to, fingerprint }) =>
        `- ${name}, đơn vị ${unit ?? '—'}, ${from.slice(0, 10)} – ${to.slice(0, 10)}, ${fingerprint}`,
    ),
  ])
  const none = sayProblem({ code: 'exchange.token-none' })
  return { ok: true, value, text: lines.length > 0 ? lines.join('\n') : none }
}
