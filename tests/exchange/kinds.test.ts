import { describe, expect, it } from 'vitest'
import { canonicalText, type Json } from '#core/canonical.ts'
import { must } from '#core/result.ts'
import { packContainer, peekKind, unpackContainer } from '../../src/main/exchange/container.ts'
import { jsonName, type Kind, kinds } from '../../src/main/exchange/kinds.ts'
import { manifestOf } from '../../src/main/exchange/manifest.ts'
import { verifyContainer } from '../../src/main/exchange/open-container.ts'
import { sealContainer, signContainer } from '../../src/main/exchange/sign.ts'
import { key, pdf, trust } from './office.ts'

const names = Object.keys(kinds) as Kind[]
const signer = { key, signedAt: '2024-11-16T10:15:00Z' }

/** Data objects of a kind around any value. */
function contentOf(kind: Kind, value: Json): Record<string, Uint8Array> {
  const json = Buffer.from(must(canonicalText(value)))
  return { [jsonName(kind)]: json, ...(kind === 'summary' && { 'summary.pdf': pdf }) }
}

const own = (kind: Kind): Json => ({ format: kinds[kind].format, note: 'Sóc Sơn' })

const codes = async (kind: Kind, bytes: Uint8Array): Promise<string[]> =>
  (await verifyContainer(kind, bytes, trust)).problems.map(({ code }) => code)

const pairs = names.flatMap((made) =>
  names.filter((asked) => asked !== made).map((asked) => [made, asked] as const),
)

describe('the kinds of signed file', () => {
  it.each(names)('a %s is signed and verified as what it is', async (kind) => {
    const bytes = must(await signContainer(kind, contentOf(kind, own(kind)), signer))
    const verdict = await verifyContainer(kind, bytes, trust)
    expect(verdict).toMatchObject({ ok: true, json: own(kind), signer: { unit: '016' } })
    expect(Object.keys(verdict.content ?? {})).toContain(jsonName(kind))
    expect(peekKind(bytes)).toBe(kind)
  })

  it.each(pairs)('[A26] [A37] a signed %s never passes as a %s', async (made, asked) => {
    const bytes = must(await signContainer(made, contentOf(made, own(made)), signer))
    expect(await codes(asked, bytes)).toEqual(['exchange.wrong-kind'])
    // Its JSON under the other kind's name, rightly signed: the format inside gives it away.
    const dressed = must(await sealContainer(asked, contentOf(asked, own(made)), signer))
    expect(await codes(asked, dressed)).toEqual(['exchange.wrong-format'])
    // And a signature is over the name and media type of its kind.
    const members = must(unpackContainer(made, bytes))
    const content = contentOf(asked, own(asked))
    const forged = {
      ...members,
      ...content,
      'META-INF/ASiCManifest.xml': manifestOf(asked, content),
    }
    expect(await codes(asked, packContainer(asked, forged))).toEqual(['exchange.signature-wrong'])
  })

  it('refuses to sign JSON of another kind, in another form, or under another name', async () => {
    const codeOf = async (content: Record<string, Uint8Array>): Promise<string> => {
      const signed = await signContainer('receipt', content, signer)
      return signed.ok ? 'signed' : signed.problem.code
    }
    expect(await codeOf(contentOf('receipt', own('receipt')))).toBe('signed')
    expect(await codeOf(contentOf('receipt', own('findings')))).toBe('exchange.wrong-format')
    expect(await codeOf({ 'receipt.json': Buffer.from('{ }') })).toBe('exchange.not-canonical')
    expect(await codeOf({})).toBe('exchange.not-canonical')
    await expect(codeOf(contentOf('findings', own('findings')))).rejects.toThrow('findings.json')
  })

  it('carries the spreadsheet and the annex of a summary when there are any', async () => {
    const content = {
      ...contentOf('summary', own('summary')),
      'summary.xlsx': Buffer.from('PK'),
      'annex.p7m': Buffer.from([0x30]),
    }
    const bytes = must(await signContainer('summary', content, signer))
    const verdict = await verifyContainer('summary', bytes, trust)
    expect(verdict.ok).toBe(true)
    for (const [name, bytes] of Object.entries(content))
      expect(Buffer.from(verdict.content?.[name] ?? []).equals(bytes)).toBe(true)
    const { 'annex.p7m': _, ...without } = must(unpackContainer('summary', bytes))
    expect(await codes('summary', packContainer('summary', without))).toEqual(['exchange.damaged'])
  })
})
