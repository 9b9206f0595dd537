import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { readTrust } from '../../src/main/exchange/trust.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import { derive, makeCorpus } from './corpus-make.ts'
import { codesOf, run, workFolder } from './office.ts'

const corpus = join(import.meta.dirname, 'corpus')
const script = join(import.meta.dirname, '../../docs/verify-summary.sh')
const trustFolder = join(corpus, 'trust')

if (process.env.RAQUAN_NEW_CORPUS) await makeCorpus(corpus, workFolder())

const files = readdirSync(corpus).filter((name) => name.endsWith('.asice'))
const bytesOf = (name: string): Buffer => readFileSync(join(corpus, name))
const trust = must(await readTrust(trustFolder))
const isGood = (name: string): boolean => name.startsWith('good')

/** What the shell verifier says; its exit code decides. */
function byShell(name: string): { ok: boolean; said: string } {
  try {
    return { ok: true, said: run('sh', [script, join(corpus, name), trustFolder]) }
  } catch (error) {
    return { ok: false, said: String((error as { stdout?: string }).stdout) }
  }
}

async function codesByName(): Promise<Record<string, string[]>> {
  const codes: Record<string, string[]> = {}
  for (const name of files) codes[name] = codesOf(await verifySummary(bytesOf(name), trust))
  return codes
}

describe('the corpus of good and bad files', () => {
  it('[A24] [A25] [A26] [A32] is judged as its names say, each file for its own reason', async () => {
    const codes = await codesByName()
    for (const [name, found] of Object.entries(codes))
      expect([name, found.length === 0]).toEqual([name, isGood(name)])
    const reasons = join(corpus, 'reasons.json')
    const text = `${JSON.stringify(codes, null, 2)}\n`
    if (process.env.RAQUAN_NEW_CORPUS) writeFileSync(reasons, text)
    expect(JSON.parse(readFileSync(reasons, 'utf8'))).toEqual(codes)
    expect(files.filter(isGood).length).toBeGreaterThanOrEqual(5)
    expect(files.length).toBeGreaterThanOrEqual(45)
  })

  it('holds the bad files that follow from the good ones, byte for byte', () => {
    const derived = derive({ good: bytesOf('good.asice'), other: bytesOf('good-second.asice') })
    for (const [name, bytes] of Object.entries(derived))
      expect([name, bytesOf(`${name}.asice`).equals(bytes)]).toEqual([name, true])
  })

  it('[A29] is judged alike by docs/verify-summary.sh, which knows only stock tools', () => {
    const reasons = new Set<string>()
    for (const name of files) {
      const { ok, said } = byShell(name)
      if (!ok) reasons.add(said)
      expect([name, ok, said.startsWith(ok ? 'HỢP LỆ' : 'KHÔNG HỢP LỆ')]).toEqual([
        name,
        isGood(name),
        true,
      ])
    }
    expect(reasons.size).toBeGreaterThanOrEqual(18)
  }, 60_000)

  it('[A29] has a verifier of no more than 60 lines, with stock tools only', () => {
    const lines = readFileSync(script, 'utf8').trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(60)
    expect(lines.join('\n')).not.toMatch(/\b(node|python|perl|jq|java|curl|wget)\b/)
  })

  it('takes the older padding of tokens with a notice', async () => {
    const verdict = await verifySummary(bytesOf('good-older-padding.asice'), trust)
    expect(verdict.notices.map(({ code }) => code)).toContain('exchange.older-padding')
  })
})
