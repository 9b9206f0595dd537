import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { introductionFileName } from '#core/introduction.ts'
import { must, type Result } from '#core/result.ts'
import { readCertificates } from '../../src/main/exchange/certificate.ts'
import { introduceKey, openIntroduction } from '../../src/main/exchange/introduction.ts'
import { installCertificate, openKey } from '../../src/main/exchange/key.ts'
import { requestCertificate } from '../../src/main/exchange/key-request.ts'
import { makePracticeKey } from '../../src/main/exchange/practice-key.ts'
import { noTrust, readTrust, type Trust, trustOnly } from '../../src/main/exchange/trust.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import {
  codesOf,
  key as oldKey,
  opensslCertificate,
  opensslIssue,
  password,
  practiceKey,
  run,
  sealValue,
  summary,
  workFolder,
} from './office.ts'

const folder = workFolder()
const at = (name: string): string => join(folder, name)
const now = new Date('2024-11-16T01:00:00Z')
const unit = { unitCode: '016', unitName: 'BHXH huyện Sóc Sơn' }
const codeOf = (result: Result<unknown>): string => (result.ok ? 'good' : result.problem.code)

async function practiceKeyOf(unitCode: string) {
  const made = must(await makePracticeKey({ unitCode, unitName: 'Đơn vị', password, now }))
  return must(await openKey(made.p12, password))
}

const newKey = await practiceKeyOf('016')
const order = {
  unit: { code: '016', name: 'BHXH huyện Sóc Sơn' },
  reason: 'Chứng thư cũ sắp hết hạn',
  issuedAt: '2024-11-16T10:15:00Z',
  issuedBy: 'Trần Văn Hùng',
}
const introduction = must(await introduceKey(order, newKey.certificate, oldKey))

/** Trust read from a folder with these files. */
async function trustIn(name: string, files: Record<string, string | Uint8Array>): Promise<Trust> {
  mkdirSync(at(name))
  for (const [file, content] of Object.entries(files)) writeFileSync(join(at(name), file), content)
  return must(await readTrust(at(name)))
}

describe('a key change', () => {
  const known = { 'cu.pem': practiceKey.certificatePem }

  it('[A22] is introduced by the old key: old files and new files verify, the record stays', async () => {
    const [before, after] = [await sealValue(summary), await sealValue(summary, newKey)]
    const trust = await trustIn('before', known)
    expect((await verifySummary(before, trust)).ok).toBe(true)
    expect(codesOf(await verifySummary(after, trust))).toEqual(['exchange.unknown-signer'])
    const grown = await trustIn('after', { ...known, 'khoa-moi.asice': introduction })
    expect((await verifySummary(before, grown)).ok).toBe(true)
    expect((await verifySummary(after, grown)).ok).toBe(true)
    expect(must(await openIntroduction(introduction, trust)).introduction).toMatchObject({
      ...order,
      oldFingerprint: practiceKey.fingerprint,
      newFingerprint: newKey.certificate.fingerprint,
    })
  })

  it('[A22] goes on over several changes, in whatever order the files stand', async () => {
    const third = await practiceKeyOf('016')
    const next = must(await introduceKey(order, third.certificate, newKey))
    const trust = await trustIn('three', { ...known, 'a.asice': next, 'b.asice': introduction })
    expect((await verifySummary(await sealValue(summary, third), trust)).ok).toBe(true)
  })

  it('brings in nobody when the old key is unknown or revoked', async () => {
    expect(codeOf(await openIntroduction(introduction, noTrust))).toBe('exchange.unknown-signer')
    const rule = { [practiceKey.fingerprint]: { unit: '016', revoked: '2025-01-01' } }
    const files = { ...known, 'trust.json': JSON.stringify(rule), 'moi.asice': introduction }
    const trust = await trustIn('revoked', files)
    expect(codesOf(await verifySummary(await sealValue(summary, newKey), trust))).toEqual([
      'exchange.unknown-signer',
    ])
  })

  it('refuses a key of another unit, the same key, and a record for another unit', async () => {
    const other = await practiceKeyOf('017')
    expect(codeOf(await introduceKey(order, other.certificate, oldKey))).toBe(
      'exchange.key-other-unit',
    )
    expect(codeOf(await introduceKey(order, oldKey.certificate, oldKey))).toBe(
      'exchange.introduction-same-key',
    )
    const foreign = { ...order, unit: { code: '017', name: 'BHXH quận khác' } }
    const signed = must(await introduceKey(foreign, other.certificate, oldKey))
    expect(codeOf(await openIntroduction(signed, trustOnly(oldKey.certificate)))).toBe(
      'exchange.introduction-wrong',
    )
  })

  it('has a file name that says what it is', () => {
    const name = introductionFileName({ unit: order.unit, newFingerprint: 'ab'.repeat(32) })
    expect(name).toBe('RQ-016-gioi-thieu-khoa-abababab.asice')
  })
})

describe('a certificate request', () => {
  beforeAll(() => {
    opensslCertificate(folder, {
      name: 'ca',
      subject: '/CN=Nơi cấp thử',
      extensions: ['basicConstraints = critical,CA:TRUE', 'keyUsage = critical,keyCertSign'],
    })
  })

  it('is taken by a real issuer, and its certificate fits the key', async () => {
    const made = must(await requestCertificate({ ...unit, password, now }))
    writeFileSync(at('unit.csr'), made.requestPem)
    const said = run('openssl', [
      ...['req', '-in', at('unit.csr'), '-verify', '-noout', '-text', '-nameopt', 'utf8'],
    ])
    expect(said).toContain('prime256v1')
    expect(said).toContain('organizationIdentifier=BH:VN-016')
    expect(said).toContain('Digital Signature, Non Repudiation')
    expect(codeOf(await openKey(made.p12, password))).toBe('exchange.key-pending')
    opensslIssue(folder, 'ca', 'unit')
    const issued = readCertificates(readFileSync(at('unit.pem'))) ?? []
    const installed = must(await installCertificate(made.p12, password, issued))
    const key = must(await openKey(installed.p12, password))
    expect(key.certificate).toMatchObject({ unit: '016', issuer: 'Nơi cấp thử', pending: false })
    const trust = await trustIn('issued', { 'ca.pem': readFileSync(at('ca.pem')) })
    expect((await verifySummary(await sealValue(summary, key), trust)).problems).toEqual([])
  })

  it('takes no certificate of another key, and no wrong password', async () => {
    const made = must(await requestCertificate({ ...unit, password, now }))
    const other = [oldKey.certificate]
    expect(codeOf(await installCertificate(made.p12, password, other))).toBe(
      'exchange.certificate-other-key',
    )
    expect(codeOf(await installCertificate(made.p12, 'sai', other))).toBe(
      'exchange.key-wrong-password',
    )
    expect(codeOf(await requestCertificate({ ...unit, password: 'a', now }))).toBe(
      'exchange.key-password-short',
    )
  })
})
