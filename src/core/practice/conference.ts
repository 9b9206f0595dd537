import type { ConferenceDraft } from '../conference.ts'
import type { IsoDate } from '../date.ts'
import type { CommuneRef } from '../household.ts'
import type { Random } from './random.ts'

/** A made-up conference or small-group session in a commune on a day. */
export function makeConference(
  random: Random,
  heldOn: IsoDate,
  commune: CommuneRef,
  kind: ConferenceDraft['kind'],
): ConferenceDraft {
  const isConference = kind === 'conference'
  return {
    id: null,
    key: null,
    state: 'held',
    kind,
    heldOn,
    startsAt: random.pick(['08:00', '08:30', '14:00', '14:30', '19:30']),
    endsAt: null,
    commune,
    place: isConference
      ? random.pick(['Nhà văn hóa xã', 'Hội trường Ủy ban nhân dân', 'Bưu điện văn hóa xã'])
      : random.pick(['Chợ trung tâm', 'Khu nhà trọ đầu thôn', 'Cửa hàng tạp hóa', 'Làng nghề']),
    organisers: random.chance(70) ? ['bhxh', 'post'] : ['bhxh'],
    speakers: isConference
      ? ['Cán bộ tuyên truyền BHXH', 'Nhân viên thu Bưu điện']
      : ['Nhân viên thu Bưu điện'],
    targetGroups: [],
    invited: null,
    attendees: isConference ? random.between(60, 180) : random.between(5, 20),
    consultations: 0,
    notes: '',
    questions: '',
    materials: '',
    chair: '',
    secretary: '',
    minutes: '',
  }
}
