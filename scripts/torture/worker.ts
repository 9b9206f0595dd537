import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import { makeHousehold } from '#core/practice/household.ts'
import { type Random, randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import { planColumns } from '#core/target-sheet.ts'
import { communesOn } from '../../src/main/app/area.ts'
import { savePlan } from '../../src/main/app/backup-plan.ts'
import { makeBackup } from '../../src/main/app/backups.ts'
import { copyHere } from '../../src/main/app/copier.ts'
import type { Office } from '../../src/main/app/office.ts'
import { openOffice } from '../../src/main/app/open-office.ts'
import { restoreStore } from '../../src/main/app/restore-store.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { openPracticeKey } from '../../src/main/app/signing-keys.ts'
import { writeSummary } from '../../src/main/app/summaries.ts'
import { importTargets } from '../../src/main/app/targets.ts'
import { commandLine, groundHere } from '../../src/main/cli/ground.ts'
import { listNumbers } from '../../src/main/db/people.ts'
import { readPeriod } from '../../src/main/db/periods.ts'
import { listRegister } from '../../src/main/jobs/list-register.ts'
import { type Kind, lastStep, type Order, rowsOfImport, trialClock, type Word } from './order.ts'

const ground = groundHere()
const tell = (word: Word) => process.send?.(word)
const steps: string[] = []
let stop: Order['stop'] = null

/** A piece of work is done; a worker that is to end at a step does no second one. */
async function done(ids: number[], file: string | null = null, sha256: string | null = null) {
  if (stop === null) {
    tell({ say: 'done-piece', ids, file, sha256 })
    return
  }
  take(lastStep)
  tell({ say: 'steps', names: steps })
  await new Promise(() => {})
}

/** Notes a step that is about to be taken, or ends this process right before it. */
function take(name: string): void {
  steps.push(name)
  if (stop === null || stop === 'list' || name !== stop.name) return
  if (steps.filter((each) => each === name).length === stop.nth)
    process.kill(process.pid, 'SIGKILL')
}

/** The work itself begins: from here on its steps count. */
async function begin(): Promise<void> {
  if (stop !== null) (await import('./steps.ts')).watchSteps(take)
  tell({ say: 'ready' })
}

process.on('disconnect', () => process.exit())
process.on('message', (order) => {
  work(order as Order).then(
    () => tell({ say: 'over' }),
    (error: unknown) => {
      console.error(error)
      process.exit(9)
    },
  )
})

const wish = {
  show: 'people',
  query: '',
  filters: RegistryFilters.parse({}),
  chosen: null,
} as const

type Work = (office: Office, order: Order, random: Random) => Promise<void>

/** Work that goes on in an open office until somebody ends it. */
const works: Record<Exclude<Kind, 'migrate' | 'restore'>, Work> = {
  save: async (office, _order, random) => {
    const next = await families(office, random)
    await begin()
    for (;;) await done(must(await saveHousehold(office, commandLine, next())).enrolmentIds)
  },
  import: async (office, { out, seed }) => {
    await begin()
    for (let round = 0; ; round += 1) {
      const file = join(out, `chi-tieu-${seed}-${round}.csv`)
      writeFileSync(file, targetRows(seed * 1000 + round))
      const { added } = must(await importTargets(office, commandLine, { file, dryRun: false }))
      if (added !== rowsOfImport) throw new Error(`only ${added} rows were taken in`)
      await done([], file)
    }
  },
  close: async (office, { out }) => {
    const key = must(await openPracticeKey(office))
    await begin()
    for (let day = 1; day <= 19; day += 1) {
      const on = `2024-11-${String(day).padStart(2, '0')}`
      const span = { kind: 'day', from: on, to: on } as const
      if ((await readPeriod(office.store.db, span))?.state === 'closed') continue
      const order = { span, key, folder: out, approvedBy: 'Thử', pooledBelow: 0 }
      const { sequence, file, sha256 } = must(await writeSummary(office, commandLine, order))
      await done([sequence], file, sha256)
    }
  },
  export: async ({ store, row }, { out, seed }) => {
    await begin()
    for (let round = 0; ; round += 1) {
      const path = join(out, `so-${seed}-${round}.xlsx`)
      const register = {
        ...{ wish, path, format: 'xlsx' as const, label: 'Sổ', heading: [row.name] },
        communes: {},
      }
      const access = { file: store.file, key: store.key, nativeBinding: undefined }
      const report = await listRegister({ kind: 'register', store: access, register }, () => {})
      if (report.type !== 'done') throw new Error(JSON.stringify(report))
      await done([], path)
    }
  },
  backup: async (office, { out }, random) => {
    const next = await families(office, random)
    must(
      await savePlan(office, commandLine, { places: [out], everyHours: 1, days: 90, months: 60 }),
    )
    await begin()
    for (;;) {
      // While steps are counted nothing else takes any.
      const saving = stop === null ? saveHousehold(office, commandLine, next()) : null
      const made = must(await makeBackup(office, out, copyHere))
      const ids = saving ? must(await saving).enrolmentIds : []
      await done(ids, made.folder, made.manifest?.sha256 ?? null)
    }
  },
}

async function work(order: Order): Promise<void> {
  stop = order.stop
  const own = { ...ground, now: trialClock(order.began) }
  const key = Buffer.from(order.key, 'hex')
  if (order.kind === 'restore') {
    await begin()
    const { backup, folder, recoveryCode: code } = order
    must(await restoreStore(own, { backup, folder, code }))
    await done([])
    return
  }
  if (order.kind === 'migrate') {
    await begin()
    must(await openOffice(own, order.folder, key))
    await done([])
    return
  }
  const office = must(await openOffice(own, order.folder, key))
  await works[order.kind](office, order, randomFrom(order.seed))
}

/** Made-up households of the commune of the office, one after the other. */
async function families(office: Office, random: Random): Promise<() => HouseholdEnrolmentDraft> {
  const signedOn = '2024-11-16'
  const [place] = communesOn(office.ground.policy.places, office.row.code, signedOn)
  if (!place) throw new Error('the office has no communes')
  const commune = { code: place.code, validFrom: place.validFrom }
  const taken = new Set(await listNumbers(office.store.db))
  return () => {
    const draft = makeHousehold(random, { signedOn, commune, conferenceId: null, taken })
    return { ...draft, key: randomUUID() }
  }
}

/** A file of targets nobody has yet. */
function targetRows(first: number): string {
  const rows = Array.from({ length: rowsOfImport }, (_, row) =>
    [
      'Chỉ tiêu',
      `t${first}-${row}`,
      `Chỉ tiêu ${row}`,
      'Lần đầu',
      '',
      '01/11/2024',
      '30/11/2024',
      row + 1,
    ]
      .concat(Array(planColumns.length - 8).fill(''))
      .join(';'),
  )
  return [planColumns.join(';'), ...rows].join('\n')
}
