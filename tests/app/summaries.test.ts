import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallInput } from '#core/contract.ts'
import { must } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { cancelSignUp, listRegister } from '../../src/main/app/enrolments.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { openKeyFile } from '../../src/main/app/signing-keys.ts'
import { exportSummary, previewSummary, writeSummary } from '../../src/main/app/summaries.ts'
import { verifyFile } from '../../src/main/app/verify.ts'
import { auditHead, findBrokenLine } from '../../src/main/db/audit.ts'
import { readPeriod } from '../../src/main/db/periods.ts'
import { makePracticeKey } from '../../src/main/exchange/practice-key.ts'
import {
  asOrdinaryUser,
  clerk,
  clerkPin,
  deskOf,
  draft,
  headPin,
  type Made,
  makeOffice,
  member,
  newBhyt,
  openWithTool,
  tempFolder,
} from '../support/office.ts'

type Order = CallInput<'summary.export'>

let made: Made
let desk: Desk
const usb = tempFolder()

const dayOf = (day: string) => ({ kind: 'day', from: day, to: day }) as const

const order = (day: string, changes: Partial<Order> = {}): Order => ({
  ...dayOf(day),
  headId: 1,
  pin: headPin,
  key: { kind: 'practice' },
  folder: usb,
  ...changes,
})

const send = (day: string, changes: Partial<Order> = {}) =>
  exportSummary(desk, made.office, clerk, order(day, changes))

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** The verified content of a summary file. */
async function contentOf(file: string): Promise<Summary> {
  const verdict = must(await verifyFile(desk, file, null))
  expect(verdict).toMatchObject({ ok: true, problems: [] })
  return verdict.summary as Summary
}

/** What closing a day writes, to see that a refusal wrote nothing. */
function closed() {
  const { raw } = made.office.store
  const rows = (table: string) => raw.prepare(`select * from ${table} order by 1`).all()
  return [rows('period'), rows('summary_file'), rows('audit')]
}

async function refused(answer: Promise<unknown>, code: string, before = closed()): Promise<void> {
  expect(await answer).toMatchObject({ ok: false, problem: { code } })
  expect(closed()).toEqual(before)
}

beforeAll(async () => {
  made = await makeOffice()
  ;({ desk } = deskOf(made.ground, made.folder))
  desk.office = made.office
  desk.chosen.add(usb)
  for (const day of ['2024-11-16', '2024-11-18'])
    must(
      await addPracticeData(made.office, { households: 25, seed: 7, from: day, to: day }, () => {}),
    )
})

const register = async (day: string) => {
  const filter = { from: day, to: day, query: '', conferenceId: null, limit: 100_000 }
  return (await listRegister(made.office, filter)).rows
}

describe('a summary that cannot be written', () => {
  const day = '2024-11-16'

  it('closes and signs nothing: PIN, head, folder not chosen, key', async () => {
    await refused(send(day, { folder: tempFolder() }), 'file.not-chosen')
    await refused(send(day, { folder: '/' }), 'file.not-chosen')
    const key = { kind: 'file', path: join(usb, 'key.p12'), password: 'x' } as const
    await refused(send(day, { key }), 'file.not-chosen')
    expect(await send(day, { pin: '9999' })).toMatchObject({
      problem: { code: 'session.wrong-pin' },
    })
    expect(await send(day, { headId: 2, pin: clerkPin })).toMatchObject({
      problem: { code: 'session.not-head' },
    })
    desk.chosen.add(key.path)
    await refused(send(day, { key }), 'file.unreadable')
    writeFileSync(key.path, 'no key')
    await refused(send(day, { key }), 'exchange.key-not-p12')
    const { p12 } = must(await keyFor('016'))
    writeFileSync(key.path, p12)
    await refused(send(day, { key }), 'exchange.key-wrong-password')
    writeFileSync(key.path, must(await keyFor('001')).p12)
    await refused(send(day, { key: { ...key, password: 'mật khẩu' } }), 'exchange.key-other-unit')
    rmSync(key.path)
    expect(readdirSync(usb)).toEqual([])
  })

  it('closes and signs nothing: days that are no period or not over', async () => {
    await refused(send(day, { to: '2024-11-17' }), 'period.wrong-span')
    await refused(send(day, { to: '2024-11-15' }), 'period.wrong-span')
    await refused(send('2024-11-21'), 'period.future')
    const week = { kind: 'week', from: '2024-11-18', to: '2024-11-24' } as const
    await refused(send(day, week), 'period.future')
    const month = { kind: 'month', from: '2024-11-01', to: '2024-11-30' } as const
    await refused(send(day, month), 'period.future')
    expect(await previewSummary(made.office, month)).toMatchObject({ ok: true })
    await refused(previewSummary(made.office, dayOf('2024-11-21')), 'period.future')
  })

  it('[A5] closes and signs nothing: folder gone, read-only or a file', async () => {
    const readOnly = join(tempFolder(), 'chỉ đọc')
    mkdirSync(readOnly, { mode: 0o555 })
    const file = join(tempFolder(), 'tệp')
    writeFileSync(file, 'x')
    writeFileSync(join(readOnly, '..', 'key.p12'), must(await keyFor('016')).p12)
    const key = must(await openKeyFile(join(readOnly, '..', 'key.p12'), 'mật khẩu'))
    for (const [folder, code] of [
      [readOnly, 'store.read-only'],
      [join(usb, 'rút ra rồi'), 'file.unwritable'],
      [file, 'file.unwritable'],
    ] as const) {
      const before = closed()
      const summary = { span: dayOf(day), key, folder, approvedBy: 'B' }
      const written = asOrdinaryUser(() => writeSummary(made.office, clerk, summary))
      await refused(written, code, before)
    }
    expect(readdirSync(readOnly)).toEqual([])
    expect(await readPeriod(made.office.store.db, dayOf(day))).toBeNull()
  })

  it('is refused to an office that is not for practice, with a practice key', async () => {
    const real = await makeOffice({ plan: { practice: false } })
    const { desk: other } = deskOf(real.ground, real.folder)
    other.chosen.add(usb)
    expect(await exportSummary(other, real.office, clerk, order(day))).toEqual({
      ok: false,
      problem: { code: 'office.not-practice' },
    })
    expect(readdirSync(usb)).toEqual([])
  })
})

async function keyFor(unitCode: string) {
  const now = new Date(made.clock.at)
  return makePracticeKey({ unitCode, unitName: 'BHXH', password: 'mật khẩu', now })
}

describe('the summaries of several days', () => {
  const files: { file: string; sha256: string }[] = []

  it('count on from one file to the next, each with the hash of the one before', async () => {
    const cancelled = (await register('2024-11-16'))[3]
    must(await cancelSignUp(made.office, clerk, cancelled?.id ?? 0, 'Rút hồ sơ'))
    for (const [index, day] of ['2024-11-16', '2024-11-17', '2024-11-18'].entries()) {
      const shown = must(await previewSummary(made.office, dayOf(day)))
      expect(shown.alreadySent).toBeNull()
      const head = await auditHead(made.office.store.db)
      const written = must(await send(day))
      expect(written).toMatchObject({
        sequence: index + 1,
        revision: 1,
        sha256: sha256(written.file),
      })
      expect(written.file).toBe(join(usb, `RQ-016-ngay-${day}-so-000${index + 1}.asice`))
      const summary = await contentOf(written.file)
      expect(summary).toEqual({
        ...shown.summary,
        createdBy: 'Lê Văn Nhập',
        approvedBy: 'Trần Thị Trưởng',
        auditHead: expect.anything(),
      })
      expect(summary.auditHead.events).toBeGreaterThanOrEqual(head.events)
      expect(summary.previous).toBe(files.at(-1)?.sha256 ?? null)
      files.push(written)
      expect(must(await previewSummary(made.office, dayOf(day))).alreadySent).toBe(1)
    }
  })

  it('hold the figures that a recount of the register gives', async () => {
    for (const [index, day] of ['2024-11-16', '2024-11-17', '2024-11-18'].entries()) {
      const summary = await contentOf(files[index]?.file ?? '')
      const rows = (await register(day)).filter(({ state }) => state !== 'cancelled')
      expect(rows.length > 0).toBe(day !== '2024-11-17')
      const cell = (
        row: { scheme: string; kind: string; collector: string; occupation: string },
        commune: string,
      ) => [row.scheme, row.kind, row.collector, row.occupation, commune].join(' | ')
      const recount = new Map<string, number[]>()
      for (const row of rows) {
        const key = cell(row, row.communeName)
        const [persons = 0, months = 0, gross = 0, payer = 0] = recount.get(key) ?? []
        recount.set(key, [persons + 1, months + row.months, gross + row.gross, payer + row.payer])
      }
      const told = new Map<string, number[]>()
      for (const row of summary.rows) {
        const key = cell(row, row.commune.name)
        const [persons = 0, months = 0, gross = 0, payer = 0] = told.get(key) ?? []
        told.set(key, [
          persons + row.persons,
          months + row.months,
          gross + row.gross,
          payer + row.payer,
        ])
      }
      expect(told).toEqual(recount)
      const people = new Set(rows.map(({ personId }) => personId))
      const first = new Set(
        rows.filter(({ kind }) => kind === 'first').map(({ personId }) => personId),
      )
      expect(summary.people).toEqual({
        joiners: people.size,
        firstTime: first.size,
        households: new Set(rows.map(({ householdId }) => householdId)).size,
      })
      const launch = summary.targets.find(({ id }) => id === 'first')
      if (day === '2024-11-16') expect(launch?.achieved).toBe(first.size)
      const held = made.office.store.raw
        .prepare('select id, attendees from conference where held_on = ? order by id')
        .all(day)
      expect(summary.conferences.map(({ id, attendees }) => ({ id, attendees }))).toEqual(held)
    }
  })

  it('list a cancelled sign-up and count it nowhere', async () => {
    const summary = await contentOf(files[0]?.file ?? '')
    const all = await register('2024-11-16')
    const gone = all.filter(({ state }) => state === 'cancelled')
    expect(gone).toHaveLength(1)
    const [{ scheme, kind, payer } = { scheme: '', kind: '', payer: 0 }] = gone
    expect(summary.cancellations).toEqual([{ scheme, kind, signUps: 1, payer }])
    const total = summary.controlTotals.schemes.reduce((sum, each) => sum + each.payer, 0)
    expect(total).toBe(all.reduce((sum, row) => sum + row.payer, 0) - payer)
  })

  it('count somebody who joins both schemes for the first time as one first-time person', async () => {
    const day = '2024-11-14'
    const bhxhOnly = member()
    const both = member({ bhyt: newBhyt })
    must(
      await saveHousehold(made.office, clerk, draft({ signedOn: day, members: [bhxhOnly, both] })),
    )
    const { summary } = must(await previewSummary(made.office, dayOf(day)))
    expect(summary.people).toEqual({ joiners: 2, firstTime: 2, households: 1 })
    const persons = summary.controlTotals.schemes.map((each) => [each.scheme, each.persons])
    expect(persons).toEqual([
      ['bhxh-tn', 2],
      ['bhyt-hgd', 1],
    ])
  })

  it('of a day sent again have the next revision and the next number', async () => {
    const again = must(await send('2024-11-16'))
    expect(again).toMatchObject({ sequence: 4, revision: 2 })
    const [first, summary] = [await contentOf(files[0]?.file ?? ''), await contentOf(again.file)]
    expect(summary.previous).toBe(files[2]?.sha256)
    expect(summary.replaces).toEqual({ sequence: 1, sha256: files[0]?.sha256 })
    expect({
      ...summary,
      replaces: null,
      sequence: 1,
      revision: 1,
      previous: null,
      auditHead: null,
      createdAt: '',
    }).toEqual({
      ...first,
      auditHead: null,
      createdAt: '',
    })
    expect(readdirSync(usb)).toHaveLength(4)
    files.push(again)
  })

  it('are kept in the store byte for byte, and never changed there', () => {
    const tool = openWithTool(join(made.folder, 'office.db'), made.key)
    const rows = tool.prepare('select * from summary_file order by sequence').all() as {
      bytes: Buffer
      sha256: string
      written_at: string | null
    }[]
    expect(rows.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))).toEqual(
      files.map((each) => each.sha256),
    )
    expect(rows.every(({ written_at }) => written_at !== null)).toBe(true)
    for (const sql of [
      'update summary_file set sha256 = upper(sha256)',
      "update summary_file set bytes = x'00' where sequence = 1",
      'update summary_file set sequence = 9 where sequence = 4',
      'delete from summary_file where sequence = 4',
      `replace into summary_file select sequence, period_id, revision, 'x', sha256, previous_sha256,
        created_by, approved_by, created_at, bytes, written_at from summary_file where sequence = 1`,
    ])
      expect(() => tool.exec(sql), sql).toThrow('append-only')
    tool.close()
  })

  it('[A36] agree with the chain they name', async () => {
    const lines = made.office.store.raw
      .prepare('select seq, hash from audit order by seq')
      .all() as {
      seq: number
      hash: string
    }[]
    for (const { file } of files) {
      const { auditHead: named } = await contentOf(file)
      expect(lines[named.events - 1]).toEqual({ seq: named.events, hash: named.hash })
    }
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  })
})

describe('a signed file that does not reach its folder', () => {
  const day = '2024-11-13'
  const name = `RQ-016-ngay-${day}-so-0005.asice`

  it('is written the next time with the same bytes and number, whoever signs then', async () => {
    must(await saveHousehold(made.office, clerk, draft({ signedOn: day })))
    writeFileSync(join(usb, name), 'something else')
    expect(await send(day)).toMatchObject({ ok: false, problem: { code: 'exchange.file-exists' } })
    expect(readFileSync(join(usb, name), 'utf8')).toBe('something else')
    expect(await readPeriod(made.office.store.db, dayOf(day))).toMatchObject({
      state: 'closed',
      revision: 1,
    })
    const kept = made.office.store.raw
      .prepare('select bytes, written_at from summary_file where sequence = 5')
      .get() as { bytes: Buffer; written_at: string | null }
    expect(kept.written_at).toBeNull()

    const before = closed()
    const other = tempFolder()
    writeFileSync(join(other, 'key.p12'), must(await keyFor('016')).p12)
    const key = must(await openKeyFile(join(other, 'key.p12'), 'mật khẩu'))
    const written = must(
      await writeSummary(made.office, clerk, {
        span: dayOf(day),
        key,
        folder: other,
        approvedBy: 'B',
      }),
    )
    expect(written).toMatchObject({ sequence: 5, revision: 1, file: join(other, name) })
    expect(readFileSync(written.file)).toEqual(kept.bytes)
    const [periods, , audit] = closed()
    expect([periods, audit]).toEqual([before[0], before[2]])

    rmSync(join(usb, name))
    expect(must(await send(day))).toMatchObject({ sequence: 6, revision: 2 })
  })

  it('is not written anew when the same bytes stand there already', async () => {
    const { raw } = made.office.store
    raw.exec('update summary_file set written_at = null where sequence = 6')
    const file = join(usb, `RQ-016-ngay-${day}-so-0006.asice`)
    const bytes = readFileSync(file)
    expect(must(await send(day))).toMatchObject({ sequence: 6, revision: 2, file })
    expect(readFileSync(file)).toEqual(bytes)
  })
})

describe('at the same time', () => {
  it('two clicks on one day are one file', async () => {
    const [one, two] = await Promise.all([send('2024-11-12'), send('2024-11-12')])
    expect(must(one)).toMatchObject({ sequence: 7, revision: 1 })
    expect(two).toEqual(one)
    expect(readdirSync(usb).filter((name) => name.includes('2024-11-12'))).toHaveLength(1)
  })

  it('two days are two files in one chain', async () => {
    const [one, two] = (await Promise.all([send('2024-11-09'), send('2024-11-10')])).map(must)
    expect([one, two]).toMatchObject([{ sequence: 8 }, { sequence: 9 }])
    expect((await contentOf(two?.file ?? '')).previous).toBe(one?.sha256)
  })

  it('a sign-up is either in the figures or refused', async () => {
    const day = '2024-11-11'
    const sent: Awaited<ReturnType<typeof send>>[] = []
    const sending = send(day).then((answer) => sent.push(answer))
    const answers = []
    do {
      answers.push(await saveHousehold(made.office, clerk, draft({ signedOn: day })))
      await new Promise((resolve) => setTimeout(resolve, 10))
    } while (sent.length === 0)
    await sending
    answers.push(await saveHousehold(made.office, clerk, draft({ signedOn: day })))
    const refusals = answers.flatMap((each) => (each.ok ? [] : each.problem.code))
    expect(new Set(refusals)).toEqual(new Set(['period.closed']))
    const saved = answers.length - refusals.length
    expect(saved).toBeGreaterThan(0)
    const [file = ''] = sent.map((each) => must(each).file)
    const summary = await contentOf(file)
    expect(summary.people.joiners).toBe(saved)
    expect(await register(day)).toHaveLength(saved)
  })

  it('two first exports of an office make one practice key', async () => {
    const fresh = await makeOffice()
    const { desk: other } = deskOf(fresh.ground, fresh.folder)
    const folder = tempFolder()
    other.chosen.add(folder)
    const days = ['2024-11-18', '2024-11-19']
    const written = await Promise.all(
      days.map((day) => exportSummary(other, fresh.office, clerk, order(day, { folder }))),
    )
    const signers = []
    for (const each of written) {
      const verdict = must(await verifyFile(other, must(each).file, null))
      expect(verdict.ok).toBe(true)
      signers.push(verdict.signer?.fingerprint)
    }
    expect(new Set(signers).size).toBe(1)
  })
})

describe('verifying on the screen', () => {
  it('reads chosen files and folders only', async () => {
    const foreign = join(tempFolder(), 'x.asice')
    writeFileSync(foreign, 'x')
    const notChosen = (file: string) => ({
      ok: false,
      problem: { code: 'file.not-chosen', values: { file } },
    })
    expect(await verifyFile(desk, foreign, null)).toEqual(notChosen(foreign))
    expect(await verifyFile(desk, '/etc/passwd', null)).toEqual(notChosen('/etc/passwd'))
    const [file = ''] = [...desk.chosen].filter((path) => path.endsWith('.asice'))
    expect(await verifyFile(desk, file, '/etc')).toEqual(notChosen('/etc'))
  })

  it('says in Vietnamese what is wrong with a changed file', async () => {
    const [file = ''] = [...desk.chosen].filter((path) => path.endsWith('.asice'))
    const bytes = readFileSync(file)
    bytes[200] = (bytes[200] ?? 0) ^ 1
    const bad = join(usb, 'bad.asice')
    writeFileSync(bad, bytes)
    desk.chosen.add(bad)
    const verdict = must(await verifyFile(desk, bad, null))
    expect(verdict).toMatchObject({ ok: false, summary: null })
    expect(verdict.problems[0]).toMatch(/Hãy|hãy/)
  })
})
