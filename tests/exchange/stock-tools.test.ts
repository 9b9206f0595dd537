import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import type { SigningKey } from '../../src/main/exchange/key.ts'
import { manifestOf } from '../../src/main/exchange/manifest.ts'
import { signSummary } from '../../src/main/exchange/sign.ts'
import { trustOnly } from '../../src/main/exchange/trust.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import {
  key,
  memberNames,
  opensslCertificate,
  opensslKey,
  pack,
  pdf,
  practiceKey,
  run,
  sealText,
  summary,
  unpack,
  workFolder,
} from './office.ts'

const folder = workFolder()
const at = (name: string): string => join(folder, name)
const page = readFileSync(join(import.meta.dirname, '../../docs/summary-format.md'), 'utf8')
const file = must(await signSummary(summary, { pdf }, key))
const members = unpack(file)

const script = join(import.meta.dirname, '../../docs/verify-summary.sh')

beforeAll(() => writeFileSync(at('practice.pem'), practiceKey.certificatePem))

/** What the shell verifier says of these bytes with one trusted certificate; a refusal gives null. */
function checkByHand(bytes: Uint8Array, trusted = 'practice.pem'): string | null {
  const trust = at(`trust-${trusted}`)
  mkdirSync(trust, { recursive: true })
  copyFileSync(at(trusted), join(trust, trusted))
  writeFileSync(at('file.asice'), bytes)
  try {
    return run('sh', [script, at('file.asice'), trust])
  } catch {
    return null
  }
}

function flipped(bytes: Uint8Array, place: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[place] = (changed[place] ?? 0) ^ 1
  return changed
}

describe('stock tools, by docs/verify-summary.sh', () => {
  it('[A29] accept the good file and say who signed', () => {
    const said = checkByHand(file)
    expect(said).toContain('HỢP LỆ (CHƯA kiểm tra được thu hồi)')
    expect(said).toContain('organizationIdentifier=BH:VN-016')
    expect(said).toContain('THỰC HÀNH')
    expect(said?.replaceAll(':', '').toLowerCase()).toContain(practiceKey.fingerprint)
    expect(said).toContain('2024-11-16T10:15:00Z')
  })

  it.each(memberNames)('[A29] refuse the file after one changed byte in %s', (name) => {
    const middle = Math.floor(members[name].length / 2)
    const changed = pack({ ...members, [name]: flipped(members[name], middle) })
    expect(checkByHand(changed)).toBeNull()
    const place = Buffer.from(file).indexOf(members[name]) + middle
    expect(checkByHand(flipped(file, place))).toBeNull()
  })

  it('[A29] refuse a file whose manifest was put right after the change', () => {
    const forged = { ...members, 'summary.pdf': flipped(pdf, 50) }
    const changed = pack({ ...forged, 'META-INF/ASiCManifest.xml': manifestOf('summary', forged) })
    expect(checkByHand(changed)).toBeNull()
  })

  it('[A29] refuse another signer and a cut file', async () => {
    opensslCertificate(folder, {
      name: 'other',
      subject: '/CN=Khác/organizationIdentifier=BH:VN-016',
    })
    expect(checkByHand(file, 'other.pem')).toBeNull()
    expect(checkByHand(file.subarray(0, -100))).toBeNull()
  })

  it('[A29] accept RSA-PSS signatures and signers below a CA as well', async () => {
    const both = async (signer: SigningKey, trusted: string): Promise<void> => {
      const bytes = must(await signSummary(summary, { pdf }, signer))
      expect(checkByHand(bytes, trusted)).toContain('HỢP LỆ')
      expect((await verifySummary(bytes, trustOnly(signer.certificate))).ok).toBe(true)
    }
    const subject = '/CN=Đơn vị/organizationIdentifier=BH:VN-016'
    const newKey = ['RSA', '-pkeyopt', 'rsa_keygen_bits:3072']
    opensslCertificate(folder, { name: 'rsa', subject, newKey })
    await both(await opensslKey(folder, 'rsa'), 'rsa.pem')
    const extensions = ['basicConstraints = critical,CA:TRUE', 'keyUsage = critical,keyCertSign']
    opensslCertificate(folder, { name: 'ca', subject: '/CN=Nơi cấp thử', extensions })
    opensslCertificate(folder, { name: 'under', subject, issuer: 'ca' })
    await both(await opensslKey(folder, 'under'), 'ca.pem')
  })

  it('file tools see an ASiC-E container, and unzip finds nothing to complain of', () => {
    writeFileSync(at('file.asice'), file)
    expect(run('unzip', ['-t', at('file.asice')])).toContain('No errors detected')
    const listed = run('unzip', ['-Zs', at('file.asice')])
    expect(listed.match(/stor/g)).toHaveLength(5)
  })
})

describe('the page', () => {
  it('prints the manifest as it is written', () => {
    const [, printed] = /```xml\n([\s\S]*?)```/.exec(page) ?? []
    const digests = /<ds:DigestValue>([^<]*)<\/ds:DigestValue>/g
    const blank = (text: string): string => text.replace(digests, '<ds:DigestValue/>')
    const manifest = Buffer.from(members['META-INF/ASiCManifest.xml']).toString()
    expect(blank(printed ?? '')).toBe(blank(manifest))
  })

  it('names every field', () => {
    const table = page.slice(page.indexOf('### Fields'))
    for (const field of Object.keys(summary)) expect(table).toContain(`\`${field}\``)
  })

  it('describes canonical JSON that a JSON library can write', async () => {
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted)
      if (typeof value !== 'object' || value === null) return value
      const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
    }
    const text = `${JSON.stringify(sorted(summary))}\n`
    expect(Buffer.from(members['summary.json']).toString()).toBe(text)
    expect((await verifySummary(await sealText(text), trustOnly(key.certificate))).ok).toBe(true)
  })
})
