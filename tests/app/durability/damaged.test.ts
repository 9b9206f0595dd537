import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { leaveOffice } from '../../../src/main/app/desk.ts'
import { openAtStart } from '../../../src/main/app/first-run.ts'
import { closeOffice } from '../../../src/main/app/office.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { describeState } from '../../../src/main/app/session.ts'
import { callerOf } from '../../support/caller.ts'
import {
  clerk,
  clerkPin,
  deskOf,
  draft,
  headPin,
  keyring,
  makeOffice,
} from '../../support/office.ts'

/** An office with rows, one page of whose store is overwritten: the root of the index of renewal calls. */
async function damaged() {
  const ring = keyring()
  const { office, folder, ground } = await makeOffice({ vault: ring })
  must(await saveHousehold(office, clerk, draft()))
  const page = office.store.raw
    .prepare("select rootpage from sqlite_master where name = 'renewal_call'")
    .pluck()
    .get() as number
  await closeOffice(office)
  const file = join(folder, 'office.db')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, (page - 1) * 4096 + 100, page * 4096 - 100)
  writeFileSync(file, bytes)
  const { desk } = deskOf(ground, folder, ring)
  await openAtStart(desk)
  return { desk, file, bytes, call: callerOf(desk) }
}

describe('[A6] a store with a damaged page', () => {
  it('is open for looking only: people sign in and read, and nothing can be written', async () => {
    const { desk, file, bytes, call } = await damaged()
    expect(await describeState(desk)).toMatchObject({
      phase: 'signed-out',
      readOnly: true,
      problem: { code: 'store.damaged' },
    })
    await call('session.start', { staffId: 2, pin: clerkPin })
    const list = await call('enrolment.list', {
      from: null,
      to: null,
      query: '',
      conferenceId: null,
      limit: 10,
    })
    expect(list.rows).toHaveLength(1)
    await expect(call('enrolment.save', draft())).rejects.toThrow('store.looking-only')
    await expect(call('session.changePin', { old: clerkPin, new: '9753' })).rejects.toThrow(
      'store.looking-only',
    )
    await call('session.end', {})
    for (let i = 0; i < 4; i += 1)
      await expect(call('session.start', { staffId: 1, pin: '1111' })).rejects.toThrow('wrong-pin')
    await expect(call('session.start', { staffId: 1, pin: '1111' })).rejects.toThrow('session.wait')
    await expect(call('session.start', { staffId: 1, pin: headPin })).rejects.toThrow(
      'session.wait',
    )
    await leaveOffice(desk)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})
