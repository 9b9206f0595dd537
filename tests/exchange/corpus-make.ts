import { constants, createPrivateKey, sign } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { canonicalText } from '#core/canonical.ts'
import { must, ok } from '#core/result.ts'
import { packContainer } from '../../src/main/exchange/container.ts'
import type { SigningKey } from '../../src/main/exchange/key.ts'
import { manifestOf } from '../../src/main/exchange/manifest.ts'
import { sealContainer, signContainer, signSummary } from '../../src/main/exchange/sign.ts'
import {
  type Members,
  memberNames,
  opensslCertificate,
  opensslKey,
  opensslRevocation,
  pack,
  pdf,
  sealText,
  summary,
  unpack,
} from './office.ts'

/** The signed files of the corpus: what stands under `signed/` and is never derived. */
export type Signed = Record<'good' | 'other', Uint8Array>

const flip = (bytes: Uint8Array, at: number): Uint8Array => {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

const zipped = (
  entries: [string, Uint8Array][],
  level: 0 | 9 = 0,
  mtime = new Date(1980, 0, 1, 12),
) => zipSync(Object.fromEntries(entries), { level, mtime })

const renamed = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1')

/** Bad files that need no key: each is made from the good ones in one way only. */
export function derive({ good, other }: Signed): Record<string, Uint8Array> {
  const members = unpack(good)
  const entries = memberNames.map((name): [string, Uint8Array] => [name, members[name]])
  const middle = (name: keyof Members) =>
    pack({ ...members, [name]: flip(members[name], members[name].length >> 1) })
  const forged = { ...members, 'summary.pdf': flip(pdf, 60) }
  return {
    'bad-byte-json': middle('summary.json'),
    'bad-byte-pdf': middle('summary.pdf'),
    'bad-byte-manifest': middle('META-INF/ASiCManifest.xml'),
    'bad-byte-signature': middle('META-INF/signature.p7s'),
    'bad-byte-mimetype': middle('mimetype'),
    'bad-manifest-put-right': pack({
      ...forged,
      'META-INF/ASiCManifest.xml': manifestOf('summary', forged),
    }),
    'bad-signature-of-another': pack({
      ...members,
      'META-INF/signature.p7s': unpack(other)['META-INF/signature.p7s'],
    }),
    'bad-json-of-another': pack({ ...members, 'summary.json': unpack(other)['summary.json'] }),
    'bad-extra-member': zipped([...entries, ['ghi-chu.txt', pdf]]),
    'bad-member-outside': zipped([...entries, ['../summary.json', pdf]]),
    'bad-renamed-member': renamed(good, 'summary.pdf', 'summary.PDF'),
    'bad-missing-member': zipped(entries.filter(([name]) => name !== 'summary.pdf')),
    'bad-twice-the-same': renamed(
      zipped([...entries, ['summary.pdg', pdf]]),
      'summary.pdg',
      'summary.pdf',
    ),
    'bad-compressed': zipped(entries, 9),
    'bad-order': zipped([...entries].reverse()),
    'bad-time': zipped(entries, 0, new Date(2024, 0, 1)),
    'bad-bytes-before': Buffer.concat([Buffer.from('MZ'), good]),
    'bad-bytes-after': Buffer.concat([good, Buffer.from('0')]),
    'bad-comment': Buffer.concat([good.subarray(0, -2), Buffer.from([2, 0, 65, 66])]),
    'bad-cut': good.subarray(0, good.length - 100),
    'bad-half': good.subarray(0, good.length >> 1),
    'bad-empty': Buffer.alloc(0),
    'bad-pdf': pdf,
  }
}

/** JSON texts that are no summary, though rightly signed. */
function badTexts(): Record<string, string> {
  const text = must(canonicalText(summary))
  return {
    'bad-json-spaces': text.replace('"revision":1', '"revision": 1'),
    'bad-json-twice-a-key': text.replace('"revision":1', '"revision":1,"revision":1'),
    'bad-json-fraction': text.replace('"revision":1', '"revision":1.0'),
    'bad-json-huge': text.replace('"revision":1', '"revision":12345678901234567890'),
    'bad-json-proto': text.replace('{', '{"__proto__":{},'),
    'bad-json-nfd': text.replace('Sóc', 'So\u0301c'),
    'bad-json-bom': `\uFEFF${text}`,
    'bad-json-no-line-end': text.trimEnd(),
    'bad-json-nested': text.replace('"rows":[', `"rows":[${'['.repeat(40)}${']'.repeat(40)},`),
    'bad-json-receipt': text.replace(/raquan-period-summary-v\d+/, 'raquan-receipt-v1'),
    'bad-unit': text.replace('"code":"016"', '"code":"017"'),
  }
}

const ca = ['basicConstraints = critical,CA:TRUE', 'keyUsage = critical,keyCertSign,cRLSign']
const leaf = ['basicConstraints = critical,CA:FALSE', 'keyUsage = critical,digitalSignature']

function makeCertificates(work: string): void {
  const unit = 'organizationIdentifier=BH:VN-016'
  const make = (name: string, subject: string, rest: object = {}): void =>
    opensslCertificate(work, { name, subject, extensions: leaf, issuer: 'issuer', ...rest })
  const rsa = (bits: number) => ({ newKey: ['RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`] })
  make('root', '/CN=Gốc thử', { extensions: ca, issuer: 'root' })
  make('issuer', '/CN=Nơi cấp thử', { extensions: ca, issuer: 'root' })
  make('unit', `/O=BHXH huyện Sóc Sơn/${unit}/CN=BHXH huyện Sóc Sơn`)
  make('rsa', `/${unit}/CN=Khóa RSA`, rsa(2048))
  make('short', `/${unit}/CN=Khóa ngắn`, rsa(1024))
  make('curve', `/${unit}/CN=Đường cong khác`, {
    newKey: ['EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  })
  make('revoked', `/${unit}/CN=Đã thu hồi`)
  make('expired', `/${unit}/CN=Hết hạn`, { days: ['20200101000000Z', '20231231000000Z'] })
  make('early', `/${unit}/CN=Chưa hiệu lực`, { days: ['20250101000000Z', '20281231000000Z'] })
  make('stranger', `/${unit}/CN=Người lạ`, { issuer: 'stranger' })
  make('nameless', '/CN=Không ghi đơn vị')
  opensslRevocation(work, 'issuer', ['revoked'], ['20241101000000Z', '20341201000000Z'])
}

/** The RSA key of `name` signing the way old tokens do. */
function olderPadding(work: string, name: string, key: SigningKey): SigningKey {
  const secret = createPrivateKey(readFileSync(join(work, `${name}.key`)))
  const padding = constants.RSA_PKCS1_PADDING
  const older = 'rsa-pkcs1-sha256' as SigningKey['scheme']
  return {
    ...key,
    scheme: older,
    sign: async (bytes) => ok(sign('sha256', bytes, { key: secret, padding })),
  }
}

/** A key that the app itself would refuse, to make what it must refuse when it receives it. */
function refusedKey(work: string, name: string, key: SigningKey): SigningKey {
  const secret = createPrivateKey(readFileSync(join(work, `${name}.key`)))
  const certificate = { ...key.certificate }
  const node = new (
    key.certificate.node.constructor as new (
      pem: Buffer,
    ) => typeof certificate.node
  )(readFileSync(join(work, `${name}.pem`)))
  Object.assign(certificate, { der: new Uint8Array(node.raw), node })
  const scheme = name === 'short' ? 'rsa-pkcs1-sha256' : 'ecdsa-p256-sha256'
  return {
    certificate,
    scheme: scheme as SigningKey['scheme'],
    sign: async (bytes) => ok(sign('sha256', bytes, secret)),
  }
}

/**
 * Makes the corpus anew with keys that are thrown away afterwards: run the corpus test with
 * RAQUAN_NEW_CORPUS=1. Only for a new format; files signed once must verify for ever.
 */
export async function makeCorpus(folder: string, work: string): Promise<void> {
  makeCertificates(work)
  const trust = join(folder, 'trust')
  mkdirSync(trust, { recursive: true })
  for (const name of ['root.pem', 'issuer.pem', 'issuer.crl'])
    writeFileSync(join(trust, name), readFileSync(join(work, name)))
  const real = { ...summary, practice: false }
  const keyOf = (name: string): Promise<SigningKey> => opensslKey(work, name)
  const unit = await keyOf('unit')
  const signed = async (key: SigningKey): Promise<Uint8Array> =>
    must(
      await sealContainer(
        'summary',
        { 'summary.json': Buffer.from(must(canonicalText(real))), 'summary.pdf': pdf },
        { key, signedAt: summary.createdAt },
      ),
    )
  const good = must(await signSummary(real, { pdf }, unit))
  const later = { ...real, sequence: 2, previous: 'cd'.repeat(32) }
  const other = must(await signSummary(later, { pdf }, unit))
  const files: Record<string, Uint8Array> = {
    good,
    'good-second': other,
    'good-rsa-pss': await signed(await keyOf('rsa')),
    'good-older-padding': await signed(olderPadding(work, 'rsa', await keyOf('rsa'))),
    'good-with-spreadsheet': must(
      await signSummary(
        real,
        { pdf, xlsx: Buffer.from('PK'), annex: Buffer.from([0x30, 0]) },
        unit,
      ),
    ),
    'bad-short-key': await signed(refusedKey(work, 'short', unit)),
    'bad-curve': await signed(refusedKey(work, 'curve', unit)),
    ...derive({ good, other }),
  }
  for (const name of ['revoked', 'expired', 'early', 'stranger', 'nameless'])
    files[`bad-signer-${name}`] = await signed(await keyOf(name))
  for (const [name, text] of Object.entries(badTexts())) files[name] = await sealText(text, unit)
  const receipt = Buffer.from('{"format":"raquan-receipt-v1"}\n')
  const signer = { key: unit, signedAt: summary.createdAt }
  files['bad-kind-receipt'] = must(
    await signContainer('receipt', { 'receipt.json': receipt }, signer),
  )
  files['bad-kind-dressed'] = packContainer('summary', {
    ...unpack(good),
    'META-INF/ASiCManifest.xml': manifestOf('receipt', { 'receipt.json': receipt }),
  })
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(folder, `${name}.asice`), bytes)
}
