import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { declarationFor, editionInForce } from '#core/papers/form-choice.ts'
import { listForms } from '../../src/main/app/paper-context.ts'
import { groundAt } from '../support/office.ts'

const cards = listForms(groundAt({ at: '2026-11-22T02:00:00Z' }))
const rows = JSON.parse(readFileSync('resources/policy/form-editions.json', 'utf8')) as {
  form: string
  edition: string
  from: string
  to: string | null
}[]

describe('the form a sign-up is declared on', () => {
  const bhyt = { scheme: 'bhyt-hgd', kind: 'first' } as const
  it.each([
    [{ scheme: 'bhxh-tn', kind: 'first', signedOn: '2026-11-22' }, 'tk1-ts'],
    [{ ...bhyt, signedOn: '2024-11-16' }, 'tk1-ts'],
    [{ ...bhyt, signedOn: '2025-06-30' }, 'tk1-ts'],
    [{ ...bhyt, signedOn: '2025-07-01' }, 'mau-2'],
    [{ ...bhyt, kind: 'renewing', signedOn: '2026-11-22' }, 'mau-4'],
  ] as const)('%o is %s', (signUp, form) => {
    expect(declarationFor(cards, signUp)).toBe(form)
  })
})

describe('the edition in force', () => {
  it('is that of the list of editions on its first and last day, and none outside', () => {
    const tk1 = cards.find(({ form }) => form === 'tk1-ts')
    if (!tk1) throw new Error('no TK1-TS')
    for (const { edition, from, to } of rows.filter(({ form }) => form === 'tk1-ts')) {
      expect(editionInForce(tk1, from)?.edition).toBe(edition)
      if (to) expect(editionInForce(tk1, to)?.edition).toBe(edition)
    }
    expect(editionInForce(tk1, '2000-01-01')).toBeNull()
  })
})
