import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { writeSummary } from '../../src/main/app/summaries.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { type Cryptoki, loadCryptoki } from '../../src/main/exchange/token/cryptoki.ts'
import { openKeyOn } from '../../src/main/exchange/token/signing.ts'
import { listTokens } from '../../src/main/exchange/token/token.ts'
import { opensslCertificate } from '../exchange/office.ts'
import { clerk, type Made, makeOffice, tempFolder } from '../support/office.ts'
import { makeSoftToken, softDriver, softToken } from '../support/soft-token.ts'

const folder = tempFolder()
const stick = join(folder, 'usb')
const token = makeSoftToken(folder)
// Read by the driver when it starts, which it does once in a process.
Object.assign(process.env, token.env)

let made: Made
let driver: Cryptoki
const choice = { serial: '', fingerprint: '' }

beforeAll(async () => {
  mkdirSync(stick)
  const subject = '/CN=BHXH huyện Sóc Sơn/organizationIdentifier=BH:VN-016'
  opensslCertificate(folder, { name: 'unit', subject })
  token.put('unit', '01')
  driver = loadCryptoki(softDriver)
  const [card] = must(listTokens(softDriver))
  choice.serial = card?.serial ?? ''
  choice.fingerprint = card?.certificates[0]?.fingerprint ?? ''
  made = await makeOffice()
  const order = { households: 6, seed: 5, from: '2024-11-16', to: '2024-11-17' }
  must(await addPracticeData(made.office, order, () => {}))
}, 30_000)

/** Signs the launch day with the token through this driver; `armed` runs once the PIN was taken. */
async function sign(through: Cryptoki, armed = () => {}) {
  const key = must(await openKeyOn(through, choice, softToken.pin))
  armed()
  return writeSummary(made.office, clerk, {
    span: { kind: 'day', from: '2024-11-16', to: '2024-11-16' },
    ...{ key, folder: stick, approvedBy: 'Trần Thị Trưởng' },
  })
}

/** Nothing was closed, numbered, kept or written. */
async function expectNothing(): Promise<void> {
  const { raw, db } = made.office.store
  expect(raw.prepare("select count(*) from period where state = 'closed'").pluck().get()).toBe(0)
  expect(raw.prepare('select count(*) from summary_file').pluck().get()).toBe(0)
  expect(readdirSync(stick)).toEqual([])
  expect(await findBrokenLine(db)).toBeNull()
}

describe('a token pulled out while it signs', () => {
  it.each(['openSession', 'login', 'findInit', 'find', 'signInit'] as const)(
    'just before the call %s: it is gone, and the period stays open',
    async (call) => {
      let [armed, plugIn] = [false, () => {}]
      const watched: Cryptoki = {
        ...driver,
        [call]: (...values: unknown[]) => {
          if (armed) plugIn = token.pullOut()
          armed = false
          return driver[call](...values)
        },
      }
      const signed = await sign(watched, () => {
        armed = true
      })
      expect(signed).toMatchObject({
        problem: { code: 'exchange.token-gone', values: { token: softToken.label } },
      })
      await expectNothing()
      plugIn()
    },
  )

  // SoftHSM holds the key in memory by then, so the answer of a token that is out is put in its place.
  it.each([
    ['CKR_DEVICE_REMOVED', 0x32, 'exchange.token-gone'],
    ['CKR_SESSION_HANDLE_INVALID', 0xb3, 'exchange.token-gone'],
    ['CKR_TOKEN_NOT_PRESENT', 0xe0, 'exchange.token-gone'],
    ['CKR_DEVICE_ERROR', 0x30, 'exchange.token-failed'],
  ])('answering %s to the signature: nothing is signed', async (_, code, problem) => {
    expect(await sign({ ...driver, sign: () => code })).toMatchObject({
      problem: { code: problem },
    })
    await expectNothing()
  })

  it('signs number 1 once it is back', async () => {
    const written = must(await sign(driver))
    expect(written).toMatchObject({ sequence: 1, revision: 1 })
    expect(readdirSync(stick)).toHaveLength(1)
  })
})
