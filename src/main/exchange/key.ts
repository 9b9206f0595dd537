import { createPrivateKey, type KeyObject } from 'node:crypto'
import {
  type AlgorithmIdentifier,
  type AuthenticatedSafe,
  CertBag,
  EncryptedContentInfo,
  EncryptedData,
  PBES2Params,
  PBKDF2Params,
  PFX,
  PKCS8ShroudedKeyBag,
  Certificate as PkiCertificate,
  type SafeBag,
} from 'pkijs'
import { fail, ok, type Result } from '#core/result.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import type { Stamp } from './cms.ts'
import { openWith } from './envelope.ts'
import { passwordBytes, writePkcs12 } from './pkcs12.ts'
import { refusalOf, type Scheme, signWith } from './schemes.ts'

/**
 * A key that can sign. The private key is held inside `sign` and `open` and nowhere else: it cannot be read, and
 * an object with a function cannot be cloned to another process or written as JSON.
 */
export type SigningKey = {
  certificate: Certificate
  scheme: Scheme
  sign: (bytes: Uint8Array) => Promise<Result<Uint8Array>>
  /** Gets a time stamp over each signature; not there when none is wanted. */
  stamp?: Stamp
  /** Opens an envelope made for the certificate; not there for a key that only signs. */
  open?: (envelope: Uint8Array) => Promise<Result<Uint8Array>>
}

const largestKeyFile = 1024 * 1024
const mostIterations = 10_000_000
const mostMacIterations = 2_000_000
const aesCbc = ['2.16.840.1.101.3.4.1.2', '2.16.840.1.101.3.4.1.22', '2.16.840.1.101.3.4.1.42']
const idData = '1.2.840.113549.1.7.1'
const idEncryptedData = '1.2.840.113549.1.7.6'
const idPbes2 = '1.2.840.113549.1.5.13'
const idPbkdf2 = '1.2.840.113549.1.5.12'

/** PFX ::= SEQUENCE { version INTEGER 3, … }: enough to tell a cut key file from a foreign file. */
function looksLikePkcs12(bytes: Uint8Array): boolean {
  const lengthByte = bytes[1] ?? 0
  const start = lengthByte > 0x80 ? 2 + lengthByte - 0x80 : 2
  return bytes[0] === 0x30 && Buffer.from([2, 1, 3]).equals(bytes.subarray(start, start + 3))
}

/** Old password encryption cannot be opened here, and absurd iteration counts would hang the app. */
function checkEncryption(algorithm: AlgorithmIdentifier): Result<null> {
  if (algorithm.algorithmId !== idPbes2) return fail('exchange.key-legacy')
  const pbes2 = new PBES2Params({ schema: algorithm.algorithmParams })
  if (!aesCbc.includes(pbes2.encryptionScheme.algorithmId)) return fail('exchange.key-legacy')
  if (pbes2.keyDerivationFunc.algorithmId !== idPbkdf2) return fail('exchange.key-legacy')
  const pbkdf2 = new PBKDF2Params({ schema: pbes2.keyDerivationFunc.algorithmParams })
  return pbkdf2.iterationCount > mostIterations ? fail('exchange.key-damaged') : ok(null)
}

function checkSafe(safe: AuthenticatedSafe): Result<null> {
  for (const content of safe.safeContents) {
    if (content.contentType === idData) continue
    if (content.contentType !== idEncryptedData) return fail('exchange.key-damaged')
    const { encryptedContentInfo } = new EncryptedData({ schema: content.content })
    const checked = checkEncryption(encryptedContentInfo.contentEncryptionAlgorithm)
    if (!checked.ok) return checked
  }
  return ok(null)
}

/** Reading the structure uses it up, so the checks before and the opening after the MAC each read anew. */
async function safeOf(pfx: PFX, password: ArrayBuffer, checkIntegrity: boolean) {
  await pfx.parseInternalValues({ password, checkIntegrity })
  const safe = pfx.parsedValue?.authenticatedSafe
  if (!safe) throw new Error('a PKCS#12 file without content')
  return safe
}

async function openBags(pfx: PFX, password: ArrayBuffer): Promise<Result<SafeBag[]>> {
  const checked = checkSafe(await safeOf(pfx, password, false))
  if (!checked.ok) return checked
  if (!pfx.macData || (pfx.macData.iterations ?? 1) > mostMacIterations)
    return fail('exchange.key-damaged')
  const safe = await safeOf(pfx, password, true).catch(() => null)
  if (!safe) return fail('exchange.key-wrong-password')
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) })
  const opened: { value: { safeBags: SafeBag[] } }[] = safe.parsedValue.safeContents
  return ok(opened.flatMap((content) => content.value.safeBags))
}

function certificatesIn(bags: readonly SafeBag[]): Certificate[] {
  return bags.flatMap(({ bagValue }) => {
    if (!(bagValue instanceof CertBag) || !(bagValue.parsedValue instanceof PkiCertificate))
      return []
    return readCertificate(new Uint8Array(bagValue.parsedValue.toSchema().toBER())) ?? []
  })
}

async function keyIn(bags: readonly SafeBag[], password: ArrayBuffer): Promise<Result<KeyObject>> {
  const keys = bags.map((bag) => bag.bagValue).filter((bag) => bag instanceof PKCS8ShroudedKeyBag)
  const [bag] = keys
  if (!bag || keys.length > 1) return fail('exchange.key-incomplete')
  const checked = checkEncryption(bag.encryptionAlgorithm)
  if (!checked.ok) return checked
  // Not left to createPrivateKey: the crypto library inside Electron cannot open every encrypted PKCS#8.
  const encrypted = new EncryptedData({
    encryptedContentInfo: new EncryptedContentInfo({
      contentEncryptionAlgorithm: bag.encryptionAlgorithm,
      encryptedContent: bag.encryptedData,
    }),
  })
  const pkcs8 = Buffer.from(await encrypted.decrypt({ password }))
  return ok(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))
}

/** A private key with the certificates beside it. */
type Contents = { key: KeyObject; certificates: Certificate[] }

async function readContents(pfx: PFX, password: ArrayBuffer): Promise<Result<Contents>> {
  const bags = await openBags(pfx, password)
  if (!bags.ok) return bags
  const key = await keyIn(bags.value, password)
  return key.ok ? ok({ key: key.value, certificates: certificatesIn(bags.value) }) : key
}

async function readKey(pfx: PFX, password: ArrayBuffer): Promise<Result<SigningKey>> {
  const contents = await readContents(pfx, password)
  if (!contents.ok) return contents
  const { key, certificates } = contents.value
  const certificate = certificates.find((one) => one.node.checkPrivateKey(key))
  if (!certificate) return fail('exchange.key-incomplete')
  const { scheme } = certificate
  if (certificate.pending) return fail('exchange.key-pending')
  if (!scheme)
    return { ok: false, problem: refusalOf(certificate.node.publicKey, certificate.name) }
  const sign = async (bytes: Uint8Array) => ok(signWith(scheme, key, bytes))
  const open = (envelope: Uint8Array) => openWith(envelope, certificate, key)
  return ok({ certificate, scheme, sign, open })
}

/**
 * Opens a PKCS#12 file with its password: our own, or one that `openssl pkcs12 -export` made with an EC
 * P-256 or RSA key. Old RC2/3DES encryption is refused with its own problem.
 */
export async function openKey(bytes: Uint8Array, password: string): Promise<Result<SigningKey>> {
  return reading(bytes, () => readKey(PFX.fromBER(Uint8Array.from(bytes)), passwordBytes(password)))
}

async function reading<T>(bytes: Uint8Array, read: () => Promise<Result<T>>): Promise<Result<T>> {
  if (bytes.length > largestKeyFile || !looksLikePkcs12(bytes)) return fail('exchange.key-not-p12')
  try {
    return await read()
  } catch {
    // The ASN.1 and crypto libraries throw on damaged input, each in its own words.
    return fail('exchange.key-damaged')
  }
}

/**
 * The same key in a new PKCS#12 file with the certificate that was issued for it: the one among
 * `issued` that fits the key. The password stays.
 */
export async function installCertificate(
  bytes: Uint8Array,
  password: string,
  issued: readonly Certificate[],
): Promise<Result<{ p12: Uint8Array; certificate: Certificate }>> {
  const contents = await reading(bytes, () =>
    readContents(PFX.fromBER(Uint8Array.from(bytes)), passwordBytes(password)),
  )
  if (!contents.ok) return contents
  const { key } = contents.value
  const certificate = issued.find((one) => one.node.checkPrivateKey(key))
  if (!certificate) return fail('exchange.certificate-other-key')
  if (!certificate.scheme)
    return { ok: false, problem: refusalOf(certificate.node.publicKey, certificate.name) }
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' })
  const { der, name } = certificate
  return ok({ p12: await writePkcs12({ pkcs8, certificate: der, name }, password), certificate })
}
