import { expect, it } from 'vitest'
import { makeOffice, reopen } from '../support/office.ts'

it('a clock that jumped ahead, or back, is recorded when the office opens', async () => {
  let made = await makeOffice()
  const events = () =>
    made.office.store.raw
      .prepare("select event from audit where subject = 'clock' order by seq")
      .pluck()
      .all()
  made = await reopen(made)
  expect(events()).toEqual([])
  made.clock.at = '2025-03-01T02:00:00.000Z'
  made = await reopen(made)
  expect(events()).toEqual(['clock.ahead'])
  made.clock.at = '2024-11-17T02:00:00.000Z'
  made = await reopen(made)
  expect(events()).toEqual(['clock.ahead', 'clock.back'])
})
