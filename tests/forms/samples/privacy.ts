import type { PrivacyNoticeRecord } from '#core/forms/privacy-notice.ts'
import { fillWording } from '#core/privacy/rules.ts'
import { privacyRules } from '../../../src/main/app/privacy/rules.ts'

/** The notice as shipped: filled for a household under the first law, blank and in practice under the next. */
export function notice(id: 'nd13' | 'l91'): PrivacyNoticeRecord {
  const regime = privacyRules({ resources: 'resources' }).regimes.find((each) => each.id === id)
  if (!regime) throw new Error(`no law ${id}`)
  const isFirst = id === 'nd13'
  const [office, contact] = [
    'BHXH huyện Sóc Sơn',
    isFirst ? 'bà Trần Thị Trưởng, (024) 3885 0000' : '',
  ]
  return {
    recordNumber: isFirst ? '12' : null,
    signedPlace: 'Hà Nội',
    signedOn: isFirst ? '2024-11-16' : null,
    practice: !isFirst,
    checkAgainstOfficial: false,
    office: { name: office, unitCode: '016' },
    head: isFirst ? 'Nguyễn Thị Ngọc Ánh'.normalize('NFD') : null,
    address: isFirst ? 'Số 1, Thôn Đông, Xã Phù Lỗ, Huyện Sóc Sơn' : null,
    law: regime.law,
    version: regime.notice.version,
    draft: isFirst ? null : regime.status,
    paragraphs: regime.notice.paragraphs.map((each) => fillWording(each, office, contact)),
  }
}
