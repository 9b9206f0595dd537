import type Database from 'better-sqlite3'
import { recountStatements } from './migrations/0007-overview-recount.ts'
import { prepared } from './prepared.ts'

const whose = 'person_id in (select person_id from count_todo)'
const cell = 'span_id, side, scheme, kind, key'

/**
 * Counts everybody again whose enrolments were changed; inside the transaction of the change, so that
 * the overview is never behind the book.
 */
export function settleCounts(raw: Database.Database): void {
  if (!prepared(raw, 'select 1 from count_todo limit 1').get()) return
  prepared(
    raw,
    `insert into counted (${cell}, people)
       select ${cell}, count(*) from counted_cell where ${whose} group by 1, 2, 3, 4, 5
       on conflict (${cell}) do update set people = people + excluded.people`,
  ).run()
  addForce(raw, whose)
  prepared(raw, 'delete from count_todo').run()
}

function addForce(raw: Database.Database, people: string): void {
  prepared(
    raw,
    `insert into in_force (scheme, day, people)
       select scheme, day, sum(people) from force_change where ${people} group by 1, 2
       on conflict (scheme, day) do update set people = people + excluded.people`,
  ).run()
}

/** Counts the whole book from its rows: for a store that was filled without the triggers. */
export function recountAll(raw: Database.Database): void {
  raw.transaction(() => {
    // Person 0 stands for everybody: new spans need not count themselves.
    raw.exec('delete from count_todo; insert into count_todo values (0)')
    raw.exec(`insert into counted_span (from_date, to_date, is_full)
      select from_date, to_date, is_full from enrolment_span where true
      on conflict (from_date, to_date) do nothing`)
    for (const statement of recountStatements) raw.exec(statement)
    raw.exec('delete from count_todo')
  })()
}
