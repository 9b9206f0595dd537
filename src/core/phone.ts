import { fail, ok, type Result } from './result.ts'

/** Prefixes of eleven-digit mobile numbers and what they became in 2018. */
const oldPrefixes: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0126': '076',
  '0127': '081',
  '0128': '078',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

/** Digits with the country code replaced by 0; `84` alone only where the length leaves no doubt. */
function national(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s.()\-\u2010-\u2015\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
  const plus = /^(?:\+|00)840?(\d+)$/.exec(bare)
  if (plus?.[1]) return `0${plus[1]}`
  return /^84\d{9,10}$/.test(bare) ? `0${bare.slice(2)}` : bare
}

/** The number as dialled today: mobile prefixes of 2018, Hà Nội's 04 of before 2017. */
function renewed(digits: string): string {
  const mobile = digits.length === 11 ? oldPrefixes[digits.slice(0, 4)] : undefined
  if (mobile) return mobile + digits.slice(4)
  return /^04\d{8}$/.test(digits) ? `024${digits.slice(2)}` : digits
}

/**
 * Reads a phone number into digits as dialled inside Việt Nam today: mobile `0912345678`, fixed
 * `02438251234`. `+84`, spaces, dots, dashes and old prefixes are taken; anything else is refused.
 */
export function parsePhone(text: string): Result<string> {
  const digits = renewed(national(text))
  if (/^0[35789]\d{8}$/.test(digits) || /^02\d{9}$/.test(digits)) return ok(digits)
  const shown = text.trim().slice(0, 40)
  // Spreadsheets drop the leading zero; putting it back is for the person who sees the paper.
  if (/^[35789]\d{8}$/.test(digits)) return fail('phone.lost-zero', { text: shown })
  return fail('phone.unreadable', { text: shown })
}
