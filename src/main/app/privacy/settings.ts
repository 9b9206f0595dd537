import { changesBetween } from '#core/audit.ts'
import type { CallAnswer, CallInput } from '#core/contract.ts'
import { OwnPrivacy, type PrivacyRules, regimesInUse, retentionOf } from '#core/privacy/rules.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { writeSetting } from '../../db/office.ts'
import { addWording, countWordings } from '../../db/privacy-wordings.ts'
import { change, type Office } from '../office.ts'
import { confirmHead } from '../session.ts'
import { privacyRules, privacySetting, readOwnPrivacy } from './rules.ts'

/** The rules on personal data as they stand in this office. */
export async function readPrivacy(office: Office): Promise<CallAnswer<'privacy.read'>> {
  const rules = privacyRules(office.ground)
  const own = await readOwnPrivacy(office.store.db)
  return {
    contact: own.contact,
    regimes: regimesInUse(rules, own),
    retention: retentionOf(rules, own),
    purposes: rules.purposes,
  }
}

/**
 * Keeps what the head entered. A wording that changed gets a version of its own, and its text stays in
 * the store for good: proofs of consent name it.
 */
export async function savePrivacy(
  office: Office,
  { headId, pin, ...wish }: CallInput<'privacy.save'>,
): Promise<Result<CallAnswer<'privacy.read'>>> {
  const rules = privacyRules(office.ground)
  const short = rules.retention.find(({ kind, least }) => {
    const months = wish.retention[kind]?.months ?? null
    return least !== null && months !== null && months < least
  })
  if (short) return fail('privacy.term-too-short', { least: short.least ?? 0 }, ['retention'])
  const head = await confirmHead(office, headId, pin)
  if (!head.ok) return head
  const { id, name, role } = head.value
  await change(office, { id, name, role }, async (db, audit, at) => {
    const before = await readOwnPrivacy(db)
    const next = OwnPrivacy.parse({ ...before, contact: wish.contact, retention: wish.retention })
    for (const text of wish.wordings) {
      const version = `dv-${(await countWordings(db)) + 1}`
      const content = shapeOf(rules, before, text, version)
      if (content === null) continue
      if (content.kind === 'notice') next.notices[text.regime] = content.wording
      else next.consents[text.regime] = content.wording
      const written = { since: at, by: name }
      await addWording(db, { regime: text.regime, ...content, ...written })
    }
    const changes = changesBetween(before, next)
    if (Object.keys(changes).length === 0) return
    await writeSetting(db, privacySetting, JSON.stringify(next))
    await audit({ event: 'privacy.changed', subject: 'office', detail: { changes } })
  })
  return ok(await readPrivacy(office))
}

type Wording = CallInput<'privacy.save'>['wordings'][number]

/** The wording in its shape with a new version, or null when nothing changed. */
function shapeOf(rules: PrivacyRules, own: OwnPrivacy, text: Wording, version: string) {
  const regime = regimesInUse(rules, own).find(({ id }) => id === text.regime)
  if (!regime) return null
  if (text.kind === 'consent') {
    if (regime.consent.text === text.text) return null
    const wording = { version, text: text.text, box: regime.consent.box }
    return { kind: 'consent' as const, wording }
  }
  const paragraphs = text.text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
  if (paragraphs.join('\n') === regime.notice.paragraphs.join('\n')) return null
  return { kind: 'notice' as const, wording: { version, paragraphs } }
}
