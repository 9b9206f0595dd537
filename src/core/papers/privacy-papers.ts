import type { PrivacyNoticeRecord } from '../forms/privacy-notice.ts'
import { fillWording, regimeAt } from '../privacy/rules.ts'
import type { PaperContext, SignUp } from './facts.ts'
import { marksOf, officeHead, placeOf } from './marks.ts'

/** Editions of the notice are the laws it is given under. */
const regimeOfEdition: Record<string, string> = { ND13: 'nd13', L91: 'l91' }

/** The notice of how personal data are used, for a household, or for anybody on a blank one. */
export function noticeOf(
  context: PaperContext,
  edition: string,
  signUp: SignUp | null,
): PrivacyNoticeRecord {
  const { regimes, contact } = context.privacy
  const regime = regimes.find(({ id }) => id === regimeOfEdition[edition])
  if (!regime) throw new Error(`no law for the notice ${edition}`)
  const place = signUp && placeOf(context, signUp.commune, signUp.signedOn)
  const number = signUp && { recordNumber: String(signUp.household.id) }
  return {
    ...marksOf(context, signUp?.signedOn ?? null, number ?? {}),
    office: officeHead(context),
    head: signUp?.household.head ?? null,
    address:
      signUp && place
        ? [signUp.household.address, place.commune, place.district].filter(Boolean).join(', ')
        : null,
    law: regime.law,
    version: regime.notice.version,
    draft: regime.ownNotice ? null : regime.status,
    paragraphs: regime.notice.paragraphs.map((each) =>
      fillWording(each, context.office.name, contact),
    ),
  }
}

/** The sentence of consent on the attendance sheet of a day, with the version of its wording. */
export function consentOf(context: PaperContext, day: string | null) {
  const { regimes, today } = context.privacy
  const { text, box, version } = regimeAt(regimes, day ?? today).consent
  return { text: fillWording(text, context.office.name, ''), box, version }
}
