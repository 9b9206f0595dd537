import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must, type Result } from '#core/result.ts'
import {
  findRecipient,
  listRecipients,
  openAnnex,
  readRecipient,
} from '../../src/main/app/annex.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { openPracticeKey } from '../../src/main/app/signing-keys.ts'
import { exportSummary, writeSummary } from '../../src/main/app/summaries.ts'
import { trustFolder } from '../../src/main/app/trust-folder.ts'
import { unpackContainer } from '../../src/main/exchange/container.ts'
import { openKey, type SigningKey } from '../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../src/main/exchange/practice-key.ts'
import { readTrust } from '../../src/main/exchange/trust.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import { readSheet, usualLimits } from '../../src/main/sheets/workbook.ts'
import {
  clerk,
  deskOf,
  draft,
  headPin,
  type Made,
  makeOffice,
  member,
  newBhyt,
  tempFolder,
} from '../support/office.ts'

const day = '2024-11-14'
const span = { kind: 'day', from: day, to: day } as const
const usb = tempFolder()
const work = tempFolder()
const at = (name: string): string => join(work, name)
const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })

let made: Made
let cityKey: SigningKey
let signed: Uint8Array

const codeOf = (result: Result<unknown>): string => (result.ok ? 'good' : result.problem.code)

/** A key of a unit made here, as PEM and PKCS#12 files. */
async function keyFor(unitCode: string, name: string): Promise<SigningKey> {
  const now = new Date(made.clock.at)
  const key = must(await makePracticeKey({ unitCode, unitName: 'BHXH', password: 'mật khẩu', now }))
  writeFileSync(at(`${name}.p12`), key.p12)
  writeFileSync(at(`${name}.pem`), key.certificatePem)
  return must(await openKey(key.p12, 'mật khẩu'))
}

beforeAll(async () => {
  made = await makeOffice()
  const members = [member({ bhyt: newBhyt })]
  must(await saveHousehold(made.office, clerk, draft({ signedOn: day, members })))
  cityKey = await keyFor('01', 'city')
  await keyFor('017', 'other')
})

describe('the annex with people', () => {
  it('is offered only for a certificate of the city that is trusted', async () => {
    expect(must(await listRecipients(made.office))).toEqual([])
    expect(codeOf(await readRecipient(made.office, at('city.pem')))).toBe('exchange.unknown-signer')
    for (const name of ['city', 'other'])
      writeFileSync(join(trustFolder(made.office), `${name}.pem`), readFileSync(at(`${name}.pem`)))
    const { fingerprint } = cityKey.certificate
    expect(must(await listRecipients(made.office))).toMatchObject([{ fingerprint }])
    expect(codeOf(await readRecipient(made.office, at('other.pem')))).toBe(
      'exchange.annex-not-city',
    )
    expect(codeOf(await readRecipient(made.office, at('city.p12')))).toBe(
      'exchange.certificate-unreadable',
    )
    expect(codeOf(await findRecipient(made.office, 'ab'.repeat(32)))).toBe(
      'exchange.annex-no-recipient',
    )
  })

  it('goes along only when it was asked for, and is noted in the audit', async () => {
    const { desk } = deskOf(made.ground, made.folder)
    desk.office = made.office
    desk.chosen.add(usb)
    const order = {
      ...span,
      headId: 1,
      pin: headPin,
      key: { kind: 'practice' },
      folder: usb,
    } as const
    const plain = must(await exportSummary(desk, made.office, clerk, order))
    expect(must(unpackContainer('summary', readFileSync(plain.file)))['annex.p7m']).toBeUndefined()
    const annexFor = cityKey.certificate.fingerprint
    const written = must(await exportSummary(desk, made.office, clerk, { ...order, annexFor }))
    signed = readFileSync(written.file)
    const events = made.office.store.raw
      .prepare("select detail from audit where event = 'annex.sealed'")
      .pluck()
      .all() as string[]
    expect(events.map((each) => JSON.parse(each))).toMatchObject([
      { sequence: written.sequence, recipient: annexFor, rows: 2 },
    ])
    const verdict = await verifySummary(signed, must(await readTrust(trustFolder(made.office))))
    expect(verdict.problems).toEqual([])
    expect(verdict.notices).toContainEqual({ code: 'exchange.annex' })
  })

  it('is opened by openssl with the key of the city, and holds the lists', async () => {
    const members = must(unpackContainer('summary', signed))
    writeFileSync(at('annex.p7m'), members['annex.p7m'] ?? '')
    const pass = ['-passin', 'pass:mật khẩu', '-nodes', '-nocerts']
    openssl('pkcs12', '-in', at('city.p12'), ...pass, '-out', at('city.key'))
    openssl(
      ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', at('annex.p7m')],
      ...['-recip', at('city.pem'), '-inkey', at('city.key'), '-out', at('annex.xlsx')],
    )
    const cells = JSON.stringify(must(await readSheet(at('annex.xlsx'), usualLimits)))
    const { raw } = made.office.store
    const numbers = raw
      .prepare(
        `select p.personal_number from enrolment e join person p on p.id = e.person_id
          where e.signed_on = ?`,
      )
      .pluck()
      .all(day) as string[]
    expect(numbers).toHaveLength(2)
    for (const number of numbers) {
      expect(cells).toContain(number)
      expect(Buffer.from(signed).includes(number)).toBe(false)
    }
    const opened = must(await openAnnex(made.office, clerk, signed, cityKey))
    expect(Buffer.from(opened).equals(readFileSync(at('annex.xlsx')))).toBe(true)
    expect(
      raw.prepare("select count(*) from audit where event = 'annex.opened'").pluck().get(),
    ).toBe(1)
  })

  it('does not open for another key, from a changed file, or where there is none', async () => {
    const other = await keyFor('016', 'third')
    expect(codeOf(await openAnnex(made.office, clerk, signed, other))).toBe(
      'exchange.envelope-not-ours',
    )
    const changed = Uint8Array.from(signed)
    changed[signed.length >> 1] = (changed[signed.length >> 1] ?? 0) ^ 1
    expect(codeOf(await openAnnex(made.office, clerk, changed, cityKey))).toBe('exchange.damaged')
    const key = must(await openPracticeKey(made.office))
    const folder = tempFolder()
    const bare = must(
      await writeSummary(made.office, clerk, {
        span: { kind: 'day', from: '2024-11-13', to: '2024-11-13' },
        ...{ key, folder, approvedBy: 'B' },
      }),
    )
    expect(codeOf(await openAnnex(made.office, clerk, readFileSync(bare.file), cityKey))).toBe(
      'exchange.annex-missing',
    )
  })
})

describe('a slow key', () => {
  const on = '2024-11-12'
  const order = (key: SigningKey, folder: string) => ({
    span: { kind: 'day', from: on, to: on } as const,
    ...{ key, folder, approvedBy: 'B' },
  })

  it('does not hold up the office, and what was saved meanwhile is in the figures', async () => {
    const key = must(await openPracticeKey(made.office))
    let signatures = 0
    const slow: SigningKey = {
      ...key,
      sign: async (bytes) => {
        signatures += 1
        if (signatures === 1) must(await saveHousehold(made.office, clerk, draft({ signedOn: on })))
        return key.sign(bytes)
      },
    }
    const written = must(await writeSummary(made.office, clerk, order(slow, tempFolder())))
    expect(signatures).toBe(2)
    const trust = must(await readTrust(trustFolder(made.office)))
    const { summary } = await verifySummary(readFileSync(written.file), trust)
    expect(summary?.people.joiners).toBeGreaterThan(0)
  })

  it('signs once when what was written meanwhile changes no figure', async () => {
    const key = must(await openPracticeKey(made.office))
    let signatures = 0
    const slow: SigningKey = {
      ...key,
      sign: async (bytes) => {
        signatures += 1
        must(await saveHousehold(made.office, clerk, draft({ signedOn: '2024-11-11' })))
        return key.sign(bytes)
      },
    }
    must(await writeSummary(made.office, clerk, order(slow, tempFolder())))
    expect(signatures).toBe(1)
  })

  it('gives up with a sentence when the figures never come to rest, and closes nothing', async () => {
    const key = must(await openPracticeKey(made.office))
    const restless: SigningKey = {
      ...key,
      sign: async (bytes) => {
        must(await saveHousehold(made.office, clerk, draft({ signedOn: '2024-11-10' })))
        return key.sign(bytes)
      },
    }
    const moving = {
      ...order(restless, tempFolder()),
      span: { kind: 'day', from: '2024-11-10', to: '2024-11-10' } as const,
    }
    expect(codeOf(await writeSummary(made.office, clerk, moving))).toBe('period.moving')
    const { raw } = made.office.store
    expect(
      raw.prepare("select count(*) from period where from_date = '2024-11-10'").pluck().get(),
    ).toBe(0)
  })
})
