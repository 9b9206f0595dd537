import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalText, type Json } from '#core/canonical.ts'
import { randomFrom } from '#core/practice/random.ts'
import { makeUnitFacts } from '#core/practice/unit-facts.ts'
import { must } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { summarise } from '#core/summary-count.ts'
import { readStand } from '../../../src/main/app/city-views.ts'
import { openKey } from '../../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../../src/main/exchange/practice-key.ts'
import { sealContainer } from '../../../src/main/exchange/sign.ts'
import { makeOffice, planOf } from '../../support/office.ts'

const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')

/** What a unit sends: the day, and what differs from an ordinary file. */
export type Sending = {
  day: string
  revision?: number
  unit?: string
  practice?: boolean
  joiners?: number
}

/** A unit that signs files, and whose certificate the city trusts. */
export type Unit = Awaited<ReturnType<typeof makeUnit>>

/** A practice city office on 22/11/2026 that trusts these units. */
export async function makeCity(units: readonly Unit[] = []) {
  const made = await makeOffice({
    plan: { ...planOf(), code: '01', on: '2024-11-16' },
    now: '2026-11-22T03:00:00.000Z',
  })
  mkdirSync(join(made.folder, 'trust'), { recursive: true })
  for (const unit of units) unit.introduce(made.folder)
  return {
    ...made,
    stand: async (span: { from: string; to: string }) =>
      must(await readStand(made.office, { ...span, units: 'then' })),
  }
}

/** Makes a unit with a practice key of its own; `folder` is the city that trusts it, or null. */
export async function makeUnit(
  code: string,
  folder: string | null,
  options: { revoked?: boolean; to?: string; sequence?: number } = {},
) {
  const name = `BHXH ${code}`
  const password = 'abcd1234'
  const now = new Date('2024-11-01T01:00:00Z')
  const made = must(await makePracticeKey({ unitCode: code, unitName: name, password, now }))
  const key = must(await openKey(made.p12, password))
  const introduce = (city: string) => {
    writeFileSync(join(city, 'trust', `${code}-${randomUUID()}.pem`), made.certificatePem)
    if (!options.revoked && !options.to) return
    const path = join(city, 'trust', 'trust.json')
    const rule = {
      unit: code,
      ...(options.to && { to: options.to }),
      ...(options.revoked && { revoked: '2024-11-02' }),
    }
    const rules = { ...readRules(path), [made.fingerprint]: rule }
    writeFileSync(path, JSON.stringify(rules))
  }
  if (folder) introduce(folder)
  let sequence = options.sequence ?? 0
  let previous: string | null = sequence > 0 ? 'f'.repeat(64) : null
  const sent = new Map<string, { sequence: number; sha256: string }>()
  const sealed = async (value: unknown, signedAt: string) => {
    const json = Buffer.from(must(canonicalText(value as Json)))
    const content = { 'summary.json': json, 'summary.pdf': pdf }
    return must(await sealContainer('summary', content, { key, signedAt }))
  }
  return {
    code,
    key,
    introduce,
    seal: (value: unknown) => sealed(value, '2024-11-16T10:00:00Z'),
    send: async ({ day, revision = 1, unit = code, practice = true, joiners = 12 }: Sending) => {
      sequence += 1
      const summary: Summary = summarise(
        makeUnitFacts(randomFrom(sequence * 31 + Number.parseInt(code, 36)), {
          header: {
            unit: { code: unit, name, from: '' },
            period: { kind: 'day', from: day, to: day },
            ...{ sequence, revision, previous },
            createdAt: `${day}T10:00:00Z`,
            ...{ createdBy: 'Cán bộ', approvedBy: 'Thủ trưởng', appVersion: '0.1.0', practice },
            auditHead: { hash: '0'.repeat(64), events: 0 },
            replaces: revision > 1 ? (sent.get(day) ?? null) : null,
            ...{ reopened: null, clockBack: false, pooledBelow: 0 },
          },
          communes: [{ code: '00376', validFrom: '', name: 'Thị trấn Sóc Sơn' }],
          joiners,
          conferences: 1,
        }),
      )
      const bytes = await sealed(summary, summary.createdAt)
      previous = createHash('sha256').update(bytes).digest('hex')
      sent.set(day, { sequence, sha256: previous })
      return bytes
    },
  }
}

function readRules(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}
