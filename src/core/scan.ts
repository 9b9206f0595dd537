import { type DatePrecision, dateOf, type IsoDate } from './date.ts'
import { checkPersonalNumber, parseCardCode } from './identifiers.ts'
import { fail, ok, type Problem, type Result } from './result.ts'
import { looksVietnamese } from './syllable.ts'
import type { Sex } from './terms.ts'
import { cleanText, foldKey } from './text.ts'

/**
 * What a card's QR code holds. `extra` are the fields behind the known ones, in their order; `warnings`
 * are for the clerk to compare with the card and stop nothing.
 */
export type Scan = {
  kind: 'identity-card' | 'bhyt-card'
  /** Personal number, 12 digits; null on an old BHYT card. */
  number: string | null
  name: string
  birth: IsoDate
  birthPrecision: DatePrecision
  sex: Sex
  address: string
  issued: IsoDate | null
  /** Old identity number (CMND). */
  oldNumber: string | null
  /** BHYT card code of 15 characters and the BHXH number in it. */
  cardCode: string | null
  insuranceNumber: string | null
  extra: string[]
  warnings: Problem[]
}

/** Longest payload a card can hold; anything longer is not from a card. */
const longestPayload = 2000

/**
 * Reads one QR payload: identity cards with seven or more fields, the six-field layout without the old
 * number, and the old paper BHYT card. Half a burst and foreign codes are refused.
 */
export function parseScan(payload: string): Result<Scan> {
  const text = payload.replace(/[\uFEFF\0]/g, '').trim()
  if (text === '') return fail('scan.empty')
  if (text.length > longestPayload || /[\r\n]/.test(text)) return fail('scan.foreign')
  const fields = text.split('|').map(cleanText)
  const [first = ''] = fields
  if (/^\d{12}$/.test(first)) return fields.length < 6 ? fail('scan.incomplete') : readId(fields)
  const card = parseCardCode(first)
  if (card.ok) return fields.length < 8 ? fail('scan.incomplete') : readCard(fields, card.value)
  // The tail of a payload still has the shape of one; a web address or a name has not.
  return fields.length >= 5 ? fail('scan.incomplete') : fail('scan.foreign')
}

function readId(fields: string[]): Result<Scan> {
  const hasOldNumber = /^(\d{9}|\d{12})?$/.test(fields[1] ?? '')
  if (hasOldNumber && fields.length < 7) return fail('scan.incomplete')
  const rest = hasOldNumber ? fields.slice(2) : fields.slice(1)
  const [name = '', birthText = '', sexText = '', address = '', issuedText = '', ...extra] = rest
  const number = fields[0] as string
  const person = readPerson(name, birthText, sexText)
  if (!person.ok) return person
  if (!/^\d{8}$|\//.test(issuedText)) return fail('scan.incomplete')
  const issued = readDate(issuedText)
  if (!issued) return fail('scan.bad-date', { text: issuedText.slice(0, 20) })
  const { birth, birthPrecision, sex } = person.value
  return ok({
    kind: 'identity-card',
    number,
    ...person.value,
    address,
    issued: issued.date,
    oldNumber: (hasOldNumber && fields[1]) || null,
    cardCode: null,
    insuranceNumber: null,
    extra,
    warnings: [
      ...checkPersonalNumber(number, { birth: { date: birth, precision: birthPrecision }, sex }),
      ...nameWarnings(name, address),
    ],
  })
}

/** The paper BHYT card of until 2021: name and address are hex of UTF-8, sex is 1 or 2. */
function readCard(fields: string[], card: { code: string; insuranceNumber: string }): Result<Scan> {
  const [, nameHex = '', birthText = '', sexText = '', addressHex = '', ...extra] = fields
  const name = fromHex(nameHex)
  const address = fromHex(addressHex)
  if (name === null || address === null) return fail('scan.incomplete')
  const sexWord = { '1': 'nam', '2': 'nữ' }[sexText] ?? sexText
  const person = readPerson(cleanText(name), birthText, sexWord)
  if (!person.ok) return person
  return ok({
    kind: 'bhyt-card',
    number: null,
    ...person.value,
    address: cleanText(address),
    issued: null,
    oldNumber: null,
    cardCode: card.code,
    insuranceNumber: card.insuranceNumber,
    extra,
    warnings: nameWarnings(person.value.name, address),
  })
}

type ScannedPerson = Pick<Scan, 'name' | 'birth' | 'birthPrecision' | 'sex'>

function readPerson(name: string, birthText: string, sexText: string): Result<ScannedPerson> {
  if (name === '' || birthText === '' || sexText === '') return fail('scan.incomplete')
  const birth = readDate(birthText)
  if (!birth) return fail('scan.bad-date', { text: birthText.slice(0, 20) })
  const sexes: Record<string, Sex> = { nam: 'male', nu: 'female' }
  const sex = sexes[foldKey(sexText)]
  if (!sex) return fail('scan.bad-sex', { text: sexText.slice(0, 20) })
  return ok({ name, birth: birth.date, birthPrecision: birth.precision, sex })
}

/** `ddMMyyyy` or `dd/MM/yyyy`; a year alone, or with 00 for day and month, is a year. */
function readDate(text: string): { date: IsoDate; precision: DatePrecision } | null {
  const parts = /^(\d{2})(\/?)(\d{2})\2(\d{4})$/.exec(text)
  const year = parts?.[1] === '00' && parts[3] === '00' ? parts[4] : /^\d{4}$/.exec(text)?.[0]
  if (year) return { date: `${year}-01-01`, precision: 'year' }
  const date = parts && dateOf(Number(parts[4]), Number(parts[3]), Number(parts[1]))
  return date ? { date, precision: 'day' } : null
}

/** Text from hex of UTF-8 bytes, or null when it is not. */
function fromHex(hex: string): string | null {
  if (!/^([0-9a-f]{2})+$/i.test(hex)) return null
  try {
    return decodeURIComponent(hex.replace(/../g, '%$&'))
  } catch {
    return null
  }
}

/**
 * A keyboard input method that is on during a scan, or a scanner set to ASCII, spoils the marks: no
 * mark in name and address, signs that no name has, or marks on words that are no syllables.
 */
function nameWarnings(name: string, address: string): Problem[] {
  const isPlain = (text: string): boolean => !/[^\0-\u007F]/u.test(text)
  const words = name.split(/[ '’.-]+/u).filter(Boolean)
  const oddSigns = !/^[\p{L} '’.-]+$/u.test(name)
  const oddWords = words.some((word) => !isPlain(word) && !looksVietnamese(word))
  const telexLeft = words.some((word) => /[fjwz]$|[aeiouy][sx]$|^dd|aa|ee|[aou]w/i.test(word))
  const mangled = oddSigns || oddWords || telexLeft || (isPlain(name) && isPlain(address))
  return mangled
    ? [{ code: 'scan.mangled', values: { text: name.slice(0, 60) }, path: ['name'] }]
    : []
}
