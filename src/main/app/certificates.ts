import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CallInput, CertificateCard, SigningOverview, TokenAnswer } from '#core/contract.ts'
import { introductionFileName } from '#core/introduction.ts'
import { type Language, sayProblem } from '#core/messages.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { type Certificate, isoSeconds, readCertificates } from '../exchange/certificate.ts'
import { writeSummaryFile } from '../exchange/files.ts'
import { introduceKey } from '../exchange/introduction.ts'
import { installCertificate } from '../exchange/key.ts'
import { requestCertificate } from '../exchange/key-request.ts'
import { judgeSigner } from '../exchange/signer.ts'
import { isStampAddress } from '../exchange/timestamp-client.ts'
import { listTokens } from '../exchange/token/token.ts'
import { isTrustFile, readTrust, type Trust } from '../exchange/trust.ts'
import { type Desk, remember } from './desk.ts'
import { fileProblem, writeDurably } from './files.ts'
import { type Actor, change, type Office } from './office.ts'
import { openChosenKey } from './signing-keys.ts'
import { trustFolder } from './trust-folder.ts'

type Judge = { trust: Trust; now: Date; language: Language }

/** A certificate with what the trust folder says of it today. */
async function cardOf(one: Certificate, { trust, now, language }: Judge): Promise<CertificateCard> {
  const { name, issuer, unit, from, to, fingerprint } = one
  const verdict = await judgeSigner(one, isoSeconds(now), trust)
  const bad: Problem[] = verdict.problems.filter(({ code }) => code !== 'exchange.unknown-signer')
  const unchecked = verdict.problems.length > 0 || verdict.revocation === 'unchecked'
  const said = verdict.problems.length > 0 ? verdict.problems : verdict.notices
  return {
    ...{ name, issuer, unit: verdict.unit ?? unit, from, to, fingerprint },
    weight: verdict.weight,
    state: bad.length > 0 ? 'bad' : unchecked ? 'unchecked' : 'good',
    problems: said.map((problem) => sayProblem(problem, language)),
  }
}

async function judgeOf(desk: Desk, office: Office): Promise<Result<Judge>> {
  const trust = await readTrust(trustFolder(office))
  const { language } = desk.settings
  return trust.ok ? ok({ trust: trust.value, now: office.ground.now(), language }) : trust
}

/** How this office signs and whom it believes. */
export async function describeSigning(
  desk: Desk,
  office: Office,
): Promise<Result<SigningOverview>> {
  const judge = await judgeOf(desk, office)
  if (!judge.ok) return judge
  const { trust } = judge.value
  const { tokenDriver: driver, stampServer } = desk.settings
  const cards = trust.certificates.map((one) => cardOf(one, judge.value))
  return ok({
    driver,
    stampServer,
    trusted: await Promise.all(cards),
    revocations: trust.crls.map(({ issuer, thisUpdate, nextUpdate }) => ({
      issuer,
      thisUpdate: isoSeconds(thisUpdate),
      nextUpdate: nextUpdate ? isoSeconds(nextUpdate) : null,
    })),
  })
}

/** The certificate of a chosen key; opens the key to be sure that it is there. */
export async function inspectKey(
  desk: Desk,
  office: Office,
  { key }: CallInput<'signing.inspect'>,
): Promise<Result<CertificateCard>> {
  const opened = await openChosenKey(desk, office, key)
  if (!opened.ok) return opened
  const judge = await judgeOf(desk, office)
  return judge.ok ? ok(await cardOf(opened.value.certificate, judge.value)) : judge
}

/** The tokens that are plugged in, through the chosen driver. */
export async function describeTokens(desk: Desk, office: Office): Promise<Result<TokenAnswer[]>> {
  const driver = desk.settings.tokenDriver
  if (driver === null) return fail('exchange.token-no-driver')
  const tokens = listTokens(driver)
  if (!tokens.ok) return tokens
  const judge = await judgeOf(desk, office)
  if (!judge.ok) return judge
  const answers = tokens.value.map(async (token) => ({
    ...token,
    certificates: await Promise.all(token.certificates.map((one) => cardOf(one, judge.value))),
  }))
  return ok(await Promise.all(answers))
}

/** Keeps the driver of tokens for this computer; it must work as one. */
export async function useDriver(
  desk: Desk,
  office: Office,
  { file }: CallInput<'signing.useDriver'>,
): Promise<Result<SigningOverview>> {
  if (file !== null && !desk.chosen.has(file)) return fail('file.not-chosen', { file })
  const tried = file === null ? ok([]) : listTokens(file)
  if (!tried.ok) return tried
  remember(desk, { tokenDriver: file })
  return describeSigning(desk, office)
}

/** Keeps the address of the time-stamp server for this computer, or switches time stamps off. */
export async function useStampServer(
  desk: Desk,
  office: Office,
  { address }: CallInput<'signing.useStampServer'>,
): Promise<Result<SigningOverview>> {
  if (address !== null && !isStampAddress(address))
    return fail('exchange.timestamp-address', {}, ['address'])
  remember(desk, { stampServer: address })
  return describeSigning(desk, office)
}

function read(desk: Desk, file: string): Result<Uint8Array> {
  if (!desk.chosen.has(file)) return fail('file.not-chosen', { file })
  try {
    return ok(readFileSync(file))
  } catch {
    return fail('file.unreadable', { file })
  }
}

function write(path: string, content: string | Uint8Array): Result<string> {
  if (existsSync(path)) return fail('file.exists', { file: path })
  try {
    writeDurably(path, content)
    return ok(path)
  } catch (error) {
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
}

/** Makes a key and the request for its certificate, both as files in a chosen folder. */
export async function makeRequest(
  desk: Desk,
  office: Office,
  actor: Actor,
  { folder, password }: CallInput<'signing.request'>,
): Promise<Result<{ keyFile: string; requestFile: string }>> {
  if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
  const { code, name } = office.row
  const now = office.ground.now()
  const made = await requestCertificate({ unitCode: code, unitName: name, password, now })
  if (!made.ok) return made
  const stem = `RQ-${code}-khoa-${isoSeconds(now).replace(/\D/g, '')}`
  const keyFile = write(join(folder, `${stem}.p12`), made.value.p12)
  if (!keyFile.ok) return keyFile
  const requestFile = write(join(folder, `${stem}.csr`), made.value.requestPem)
  if (!requestFile.ok) return requestFile
  desk.chosen.add(keyFile.value)
  return change(office, actor, async (_db, audit) => {
    await audit({ event: 'key.requested', subject: 'office', detail: { file: stem } })
    return ok({ keyFile: keyFile.value, requestFile: requestFile.value })
  })
}

function readIssued(desk: Desk, file: string): Result<Certificate[]> {
  const bytes = read(desk, file)
  if (!bytes.ok) return bytes
  const issued = readCertificates(bytes.value)
  return issued ? ok(issued) : fail('exchange.certificate-unreadable')
}

/** Puts the issued certificate to its key: a new key file beside the old one, which stays. */
export async function installIssued(
  desk: Desk,
  office: Office,
  actor: Actor,
  { keyFile, password, certificateFile }: CallInput<'signing.install'>,
): Promise<Result<{ keyFile: string; certificate: CertificateCard }>> {
  const bytes = read(desk, keyFile)
  if (!bytes.ok) return bytes
  const issued = readIssued(desk, certificateFile)
  if (!issued.ok) return issued
  const installed = await installCertificate(bytes.value, password, issued.value)
  if (!installed.ok) return installed
  const { certificate, p12 } = installed.value
  const stem = basename(keyFile).replace(/\.(p12|pfx)$/i, '')
  const name = `${stem}-${certificate.fingerprint.slice(0, 8)}.p12`
  const written = write(join(dirname(keyFile), name), p12)
  if (!written.ok) return written
  desk.chosen.add(written.value)
  const judge = await judgeOf(desk, office)
  if (!judge.ok) return judge
  const card = await cardOf(certificate, judge.value)
  return change(office, actor, async (_db, audit) => {
    const { fingerprint, name: owner } = certificate
    await audit({ event: 'key.installed', subject: 'office', detail: { fingerprint, owner } })
    return ok({ keyFile: written.value, certificate: card })
  })
}

/** Lets the old key introduce a new certificate: a signed file for the city and for this office. */
export async function introduceCertificate(
  desk: Desk,
  office: Office,
  actor: Actor,
  { key, certificateFile, reason, folder }: CallInput<'signing.introduce'>,
): Promise<Result<{ file: string }>> {
  if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
  const issued = readIssued(desk, certificateFile)
  if (!issued.ok) return issued
  const [certificate] = issued.value
  if (!certificate) return fail('exchange.certificate-unreadable')
  const oldKey = await openChosenKey(desk, office, key)
  if (!oldKey.ok) return oldKey
  const { code, name } = office.row
  const issuedAt = isoSeconds(office.ground.now())
  const order = { unit: { code, name }, reason, issuedAt, issuedBy: actor.name }
  const bytes = await introduceKey(order, certificate, oldKey.value)
  if (!bytes.ok) return bytes
  const newFingerprint = certificate.fingerprint
  const fileName = introductionFileName({ unit: order.unit, newFingerprint })
  const written = await writeSummaryFile(folder, fileName, bytes.value)
  if (!written.ok) return written
  const kept = await writeSummaryFile(trustFolder(office), fileName, bytes.value)
  if (!kept.ok) return kept
  const oldFingerprint = oldKey.value.certificate.fingerprint
  return change(office, actor, async (_db, audit) => {
    const detail = { oldFingerprint, newFingerprint, reason }
    await audit({ event: 'key.introduced', subject: 'office', detail })
    return ok({ file: written.value })
  })
}

/** Takes a certificate, revocation list, rule file or key introduction into the trust folder. */
export async function addTrust(
  desk: Desk,
  office: Office,
  actor: Actor,
  { file }: CallInput<'trust.add'>,
): Promise<Result<SigningOverview>> {
  const bytes = read(desk, file)
  if (!bytes.ok) return bytes
  const name = basename(file)
  if (!isTrustFile(name, Buffer.from(bytes.value)))
    return fail('exchange.trust-file', { file: name })
  const written = await writeSummaryFile(trustFolder(office), name, bytes.value)
  if (!written.ok) return written
  await change(office, actor, async (_db, audit) => {
    await audit({ event: 'trust.added', subject: 'office', detail: { file: name } })
    return ok(true)
  })
  return describeSigning(desk, office)
}
