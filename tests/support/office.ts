import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll } from 'vitest'
import { ConferenceDraft } from '#core/conference.ts'
import type { AppEvents } from '#core/contract.ts'
import { HouseholdEnrolmentDraft, type MemberDraft } from '#core/enrolment.ts'
import { must, ok } from '#core/result.ts'
import { createOffice, type OfficePlan } from '../../src/main/app/create-office.ts'
import {
  type Desk,
  leaveOffice,
  makeDesk,
  type Ports,
  type PrintRequest,
} from '../../src/main/app/desk.ts'
import { noVault, type OsVault } from '../../src/main/app/key-file.ts'
import { type Actor, closeOffice, type Ground, type Office } from '../../src/main/app/office.ts'
import { openOffice } from '../../src/main/app/open-office.ts'
import { loadPolicy } from '../../src/main/app/policy.ts'
import { makeRecoveryCode } from '../../src/main/app/recovery-code.ts'
import { migrate } from '../../src/main/db/migrate.ts'
import { openStore, type Store } from '../../src/main/db/open.ts'
import { runNodeJob } from './node-job.ts'

const root = join(import.meta.dirname, '..', '..')
export const resources = join(root, 'resources')
export const policy = loadPolicy(resources)

const folders: string[] = []
const offices: Office[] = []
const desks: Desk[] = []

afterAll(async () => {
  for (const desk of desks) await leaveOffice(desk)
  for (const office of offices) await closeOffice(office)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder that goes away when the tests of the file are over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rq-office-'))
  // Others may look inside: the tests for read-only folders must be refused for the right reason.
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** A clock that a test can set; it stands still otherwise. */
export type Clock = { at: string }

/** The ground of an office at a clock: the real policy and resources. */
export function groundAt(clock: Clock): Ground {
  return {
    policy,
    resources,
    version: '0.1.0-test',
    now: () => new Date(clock.at),
    nativeBinding: undefined,
  }
}

export const headPin = '2468'
export const clerkPin = '1357'

/** The plan of BHXH huyện Sóc Sơn with a head (id 1) and a clerk (id 2), unless told otherwise. */
export function planOf(changes: Partial<OfficePlan> = {}): OfficePlan {
  return {
    code: '016',
    on: '2024-11-16',
    practice: true,
    people: [
      { name: 'Trần Thị Trưởng', role: 'head', pin: headPin },
      { name: 'Lê Văn Nhập', role: 'clerk', pin: clerkPin },
    ],
    targets: [
      {
        id: 'first',
        label: 'Người tham gia lần đầu trong ngày ra quân',
        measure: 'first-time-persons',
        scope: 'unit',
        from: '2024-11-16',
        to: '2024-11-16',
        value: 50,
      },
    ],
    ...changes,
  }
}

export const clerk: Actor & { id: number } = { id: 2, name: 'Lê Văn Nhập', role: 'clerk' }

/** An open office with everything that is needed to open it again. */
export type Made = {
  office: Office
  folder: string
  key: Buffer
  recoveryCode: string
  ground: Ground
  clock: Clock
}

/** Makes and opens an office in a fresh folder through the real use cases. */
export async function makeOffice(
  options: { plan?: Partial<OfficePlan>; now?: string; vault?: OsVault } = {},
): Promise<Made> {
  const clock = { at: options.now ?? '2024-11-20T03:00:00.000Z' }
  const ground = groundAt(clock)
  const folder = join(tempFolder(), 'office')
  const recoveryCode = makeRecoveryCode()
  const plan = planOf(options.plan)
  const { key } = must(
    await createOffice(ground, folder, plan, recoveryCode, options.vault ?? noVault),
  )
  const office = must(await openOffice(ground, folder, key))
  offices.push(office)
  return { office, folder, key, recoveryCode, ground, clock }
}

/** Closes an office and opens it again, as a restart of the app does. */
export async function reopen(made: Made): Promise<Made> {
  await closeOffice(made.office)
  const office = must(await openOffice(made.ground, made.folder, made.key))
  offices.push(office)
  return { ...made, office }
}

/** A store with the newest schema and no office in it: quicker than an office, for tests of tables. */
export async function makeStore(): Promise<{ store: Store; key: Buffer; file: string }> {
  const key = randomBytes(32)
  const file = join(tempFolder(), 'office.db')
  const store = must(openStore(file, key, { create: true }))
  must(await migrate(store))
  return { store, key, file }
}

/** The store opened as any SQLite tool would open it that knows the key: none of our code, no pragmas of ours. */
export function openWithTool(file: string, key: Buffer): Database.Database {
  const tool = new Database(file)
  tool.pragma("cipher='sqlcipher'")
  tool.pragma('legacy=4')
  tool.pragma(`key="x'${key.toString('hex')}'"`)
  return tool
}

/** Two communes of Sóc Sơn in November 2024. */
export const soc = { code: '00376', validFrom: '' }

let lastNumber = 0

/** A personal number nobody has yet, of a man born in 1990. */
export function newNumber(): string {
  lastNumber += 1
  return `001090${String(lastNumber).padStart(6, '0')}`
}

/** A conference in Sóc Sơn on 16/11/2024. */
export function conference(changes: Partial<ConferenceDraft> = {}): ConferenceDraft {
  return ConferenceDraft.parse({
    id: null,
    kind: 'conference',
    heldOn: '2024-11-16',
    startsAt: '08:00',
    commune: soc,
    place: 'Nhà văn hóa xã',
    organisers: ['bhxh', 'post'],
    speakers: ['Cán bộ tuyên truyền'],
    attendees: 80,
    notes: '',
    ...changes,
  })
}

/** One row of a sign-up: a man born in 1990 who takes BHXH tự nguyện for three months, unless told otherwise. */
export function member(
  changes: Partial<Omit<MemberDraft, 'person'>> & { person?: Partial<MemberDraft['person']> } = {},
): MemberDraft {
  const { person, ...rest } = changes
  return {
    person: {
      id: null,
      name: 'Nguyễn Văn Ước',
      birth: { date: '1990-11-06', precision: 'day' },
      sex: 'male',
      personalNumber: newNumber(),
      insuranceNumber: null,
      phone: null,
      email: null,
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      careFacility: null,
      birthPlace: null,
      guardian: null,
      delivery: null,
      ...person,
    },
    relation: '00',
    occupation: 'trader',
    bhxh: { kind: 'first', income: 1_500_000, method: '3m', group: 'other' },
    bhyt: null,
    ...rest,
  }
}

/** The BHYT choice of a newcomer for twelve months. */
export const newBhyt = { kind: 'first', months: 12, support: 'none', cardEnds: null } as const

/** A sign-up of a new household in Sóc Sơn on 16/11/2024, as the boundary would hand it over. */
export function draft(
  changes: Partial<Omit<HouseholdEnrolmentDraft, 'household'>> & {
    household?: Partial<HouseholdEnrolmentDraft['household']>
  } = {},
): HouseholdEnrolmentDraft {
  const { household, ...rest } = changes
  return HouseholdEnrolmentDraft.parse({
    key: crypto.randomUUID(),
    signedOn: '2024-11-16',
    household: { id: null, commune: soc, address: 'Số 1, Thôn Đông', phone: null, ...household },
    collector: 'post',
    conferenceId: null,
    members: [member()],
    ...rest,
  })
}

/** What a desk told the window's side, and what the next dialogs will answer. */
export type Window = {
  events: { event: string; payload: unknown }[]
  printed: PrintRequest[]
  printers: Awaited<ReturnType<Ports['printers']>>
  folder: string | null
  file: string | null
  files: string[]
  save: string | null
  settings: Desk['settings'] | null
}

/** A desk in front of nothing: only the dialogs, the printer and the key store are stood in for. */
export function deskOf(
  ground: Ground,
  dataDir: string,
  vault: OsVault = noVault,
): { desk: Desk; window: Window } {
  const window: Window = {
    events: [],
    printed: [],
    printers: [],
    folder: null,
    file: null,
    files: [],
    save: null,
    settings: null,
  }
  const ports: Ports = {
    vault,
    chooseFolder: async () => window.folder,
    chooseFile: async () => window.file,
    chooseFiles: async () => window.files,
    chooseSave: async () => window.save,
    print: async (request) => {
      window.printed.push(request)
      return ok({ sent: true })
    },
    printers: async () => window.printers,
    runJob: runNodeJob,
    allowCamera: async (open) => open,
    saveSettings: (settings) => {
      window.settings = settings
    },
    emit: <N extends keyof AppEvents>(event: N, payload: AppEvents[N]) => {
      window.events.push({ event, payload })
    },
  }
  const desk = makeDesk(ground, ports, {
    dataDir,
    language: 'vi',
    exportDir: null,
    tokenDriver: null,
    stampServer: null,
    printers: {},
    printer: null,
  })
  desks.push(desk)
  return { desk, window }
}

/** A key store of the operating system that holds what it sealed, as a keyring does. */
export function keyring(): OsVault {
  const held = new Map<string, Buffer>()
  return {
    seal: (key) => {
      const name = randomBytes(12).toString('base64')
      held.set(name, Buffer.from(key))
      return name
    },
    open: (sealed) => held.get(sealed) ?? null,
  }
}

/**
 * Runs work as an ordinary user, for whom a folder without write permission is read-only: the
 * superuser writes everywhere.
 */
export async function asOrdinaryUser<T>(work: () => Promise<T> | T): Promise<T> {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
