import type Database from 'better-sqlite3'
import type { HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import { makeHousehold } from '#core/practice/household.ts'
import { type Random, randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import { communesOn } from '../../../src/main/app/area.ts'
import type { Office } from '../../../src/main/app/office.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { listNumbers } from '../../../src/main/db/people.ts'
import { keepSearch } from '../../../src/main/db/search-index.ts'
import { householdWriter } from '../bulk.ts'
import { type BenchLine, percentile, timeEach } from '../context.ts'
import { benchActor } from '../open.ts'
import { benchDay } from '../store.ts'

const size = 5

/** Saving a household of five with all checks, prices, audit lines and the search index, durably. */
export const save: BenchLine = {
  name: 'save',
  what: 'Lưu một hộ năm người, synchronous=FULL (p95)',
  run: async ({ office, quick }) => {
    const rounds = quick ? 30 : 100
    const random = randomFrom(7)
    const taken = new Set(await listNumbers(office.store.db))
    const drafts = Array.from({ length: 2 * rounds }, () => familyOfFive(office, random, taken))
    const { raw } = office.store
    await timeEach(drafts.splice(0, 3), (draft) => store(office, draft))
    const times = await timeEach(drafts.splice(0, rounds), (draft) => store(office, draft))
    const plain = plainWriter(raw, office, random)
    const baseline = await timeEach(drafts.splice(0, rounds - 3), plain)
    raw.transaction(keepSearch)(raw)
    return [
      {
        name: 'save-household-of-5-p95',
        value: percentile(times, 0.95),
        unit: 'ms',
        baseline: percentile(baseline, 0.95),
        target: 20,
      },
    ]
  },
}

async function store(office: Office, draft: HouseholdEnrolmentDraft): Promise<void> {
  must(await saveHousehold(office, benchActor, draft))
}

/** A made-up household of five, everybody with a choice. */
export function familyOfFive(
  office: Office,
  random: Random,
  taken: Set<string>,
): HouseholdEnrolmentDraft {
  const [place] = communesOn(office.ground.policy.places, office.row.code, benchDay)
  if (!place) throw new Error('the office has no communes')
  const commune = { code: place.code, validFrom: place.validFrom }
  const setting = { signedOn: benchDay, commune, conferenceId: null, taken }
  for (;;) {
    const draft = makeHousehold(random, setting)
    const members = draft.members.slice(0, size)
    const bhyt = members.find((member) => member.bhyt)?.bhyt
    if (!bhyt || members.length < size) continue
    const chosen = members.map((member) => (member.bhxh ? member : { ...member, bhyt }))
    return { ...draft, members: chosen }
  }
}

/** The same rows by prepared statements in one transaction, and nothing else. */
function plainWriter(raw: Database.Database, office: Office, random: Random) {
  const write = householdWriter(raw, office.ground.policy, random, 'new')
  const [place] = communesOn(office.ground.policy.places, office.row.code, benchDay)
  if (!place) throw new Error('the office has no communes')
  return (draft: HouseholdEnrolmentDraft) => raw.transaction(() => write(draft, place))()
}
