import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** The store or a transaction on it; every function of `db/` takes one first. */
export type Db = Kysely<Tables>
