import { type Kysely, sql } from 'kysely'

/** Print jobs: which papers a batch held and in what order, so that any part of it can be drawn again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const guard = (verb: string, when: string) => `create trigger print_job_no_${verb}
  before ${verb} on print_job ${when} begin select raise(abort, 'print_job is append-only'); end`

const statements = [
  `create table print_job (
    id integer primary key,
    made_at text not null,
    made_by text not null,
    title text not null,
    made_on text not null check (made_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    check_official integer not null check (check_official in (0, 1)),
    paper_count integer not null check (paper_count > 0),
    page_count integer not null check (page_count >= paper_count),
    papers text not null check (json_valid(papers)), -- numbers and form ids only, nothing of a person
    sha256 text not null check (length(sha256) = 64)
  ) strict`,
  'create index print_job_recent on print_job (made_at)',
  guard('update', ''),
  guard('delete', ''),
  guard('insert', 'when exists (select 1 from print_job where id = new.id)'),
]
