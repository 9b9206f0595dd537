import { z } from 'zod'
import { CommuneRef } from '../household.ts'
import { Birth, IsoDay, longestName, typedLine } from '../person.ts'
import { Collector, ParticipationKind, Scheme, Sex } from '../terms.ts'
import { answers, Id, Pin } from './call.ts'
import type {
  CommuneUsed,
  MergeDone,
  PersonCard,
  RegistryPage,
  SavedFilter,
  SimilarPerson,
} from './registry-answers.ts'

/** Most lines in one page of the registry. */
export const largestPage = 200

/** Most lines that can be chosen one by one. */
export const mostChosen = 10_000

/**
 * What the registry is narrowed to; null does not narrow. Days are the days of signing. `commune` is
 * where the household lives, or, where lines are enrolments, where they were signed.
 */
export const RegistryFilters = z.strictObject({
  from: IsoDay.nullable().default(null),
  to: IsoDay.nullable().default(null),
  scheme: Scheme.nullable().default(null),
  kind: ParticipationKind.nullable().default(null),
  commune: CommuneRef.nullable().default(null),
  collector: Collector.nullable().default(null),
  state: z
    .enum(['registered', 'paid', 'sent', 'accepted', 'returned', 'cancelled'])
    .nullable()
    .default(null),
  conferenceId: Id.nullable().default(null),
})
export type RegistryFilters = z.infer<typeof RegistryFilters>

/** What the lines of the registry are. */
export const RegistryShow = z.enum(['people', 'households', 'enrolments'])
export type RegistryShow = z.infer<typeof RegistryShow>

const query = z.string().max(200)

/** A person while being typed: whatever is known of them so far. */
export const TypedPerson = z.strictObject({
  id: Id.nullable(),
  name: z.string().max(longestName),
  birth: Birth.nullable(),
  sex: Sex.nullable(),
  personalNumber: z.string().max(20).nullable(),
  insuranceNumber: z.string().max(20).nullable(),
  phone: z.string().max(20).nullable(),
  householdId: Id.nullable(),
  commune: CommuneRef.nullable(),
  address: z.string().max(longestName).nullable(),
})
export type TypedPerson = z.infer<typeof TypedPerson>

const filterName = z.string().trim().min(1).max(60)

/** Calls about finding people, telling them apart and bringing double entries together. */
export const registryCalls = {
  'registry.search': {
    input: z.strictObject({
      show: RegistryShow.default('people'),
      query,
      filters: RegistryFilters,
      after: z
        .string()
        .regex(/^[01]\.-?\d{1,16}$/)
        .nullable(),
      limit: z.number().int().min(1).max(largestPage),
    }),
    who: 'look',
    ...answers<RegistryPage>(),
  },
  'registry.person': {
    input: z.strictObject({ id: Id }),
    who: 'look',
    ...answers<PersonCard>(),
  },
  /** On the word of a head: asks where to save and writes a list there; null when the dialog was closed. */
  'registry.export': {
    input: z.strictObject({
      job: z.uuid(),
      show: RegistryShow,
      query,
      filters: RegistryFilters,
      chosen: z.array(Id).min(1).max(mostChosen).nullable(),
      format: z.enum(['xlsx', 'csv']),
      headId: Id,
      pin: Pin,
      reason: typedLine(500).min(1),
    }),
    who: 'work',
    ...answers<{ path: string; rows: number } | null>(),
  },
  'registry.communes': {
    input: z.strictObject({}),
    who: 'look',
    ...answers<CommuneUsed[]>(),
  },
  'registry.filters': { input: z.strictObject({}), who: 'look', ...answers<SavedFilter[]>() },
  'registry.saveFilter': {
    input: z.strictObject({ name: filterName, query, filters: RegistryFilters }),
    who: 'look',
    ...answers<SavedFilter[]>(),
  },
  'registry.removeFilter': {
    input: z.strictObject({ name: filterName }),
    who: 'look',
    ...answers<SavedFilter[]>(),
  },
  'person.similar': {
    input: TypedPerson,
    who: 'look',
    ...answers<SimilarPerson[]>(),
  },
  'person.verdict': {
    input: z.strictObject({ person: TypedPerson, other: Id }),
    who: 'work',
    ...answers<{ remembered: true }>(),
  },
  'person.merge': {
    input: z.strictObject({ keep: Id, drop: Id, why: z.string().trim().min(1).max(500) }),
    who: 'work',
    ...answers<MergeDone>(),
  },
} as const
