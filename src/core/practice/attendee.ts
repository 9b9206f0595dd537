import { addDays, type IsoDate } from '../date.ts'
import type { AttendeeDraft } from '../roster.ts'
import { Occupation } from '../terms.ts'
import { makeAddress, makeName } from './names.ts'
import type { Random } from './random.ts'

/** Somebody made up on the roster of a conference: most agree to be kept and called again about a day. */
export function makeAttendee(
  random: Random,
  { heldOn, callOn }: { heldOn: IsoDate; callOn: IsoDate },
): AttendeeDraft {
  const consent = random.chance(75)
  const { name } = makeName(random, random.pick(['male', 'female']))
  const day = addDays(callOn, random.between(-2, 6))
  return {
    id: null,
    name,
    birthYear: random.between(1962, 2003),
    address: makeAddress(random),
    phone: consent ? `09${String(random.between(0, 99_999_999)).padStart(8, '0')}` : null,
    occupation: Occupation.options[random.between(0, Occupation.options.length - 1)] ?? null,
    bhxh: random.chance(60),
    bhyt: random.chance(40),
    consent,
    followUpOn: consent ? (day > heldOn ? day : heldOn) : null,
    note: random.pick(['', '', 'Gọi sau giờ làm', 'Hỏi thêm mức hỗ trợ', 'Muốn đóng 3 tháng']),
  }
}
