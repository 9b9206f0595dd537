import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallName } from '#core/contract.ts'
import { foldKey } from '#core/text.ts'
import { answerCall } from '../../src/main/app/answer.ts'
import { type Desk, leaveOffice } from '../../src/main/app/desk.ts'
import { openAtStart } from '../../src/main/app/first-run.ts'
import { makeHandlers } from '../../src/main/app/handlers.ts'
import { bugLog } from '../../src/main/app/log.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { toText } from '../forms/pdf-tools.ts'
import {
  clerkPin,
  conference,
  deskOf,
  draft,
  headPin,
  keyring,
  makeOffice,
  member,
  newBhyt,
  tempFolder,
  type Window,
} from '../support/office.ts'

/** Five people who do not exist, and five numbers that nobody has. */
const planted = [
  'Khuất Thị Ngọc Ánh',
  'Đoàn Trịnh Quế Lâm',
  'Kiều Phượng Hoàng Oanh',
  'Tạ Đình Thủy Tiên',
  'Số 917, Xóm Chùa Đồng Bụt',
  '001190733551',
  '001090733552',
  '0192837465',
  '0900917355',
  'anh.khuat@thu-dien-tu.example',
] as const
const [ánh, lâm, oanh, tiên, address, numberA, numberL, insurance, phone, email] = planted

const trash = tempFolder()
const exported = join(trash, 'usb')
const logs = join(trash, 'logs')
const home = join(trash, 'tmp')
const papers = tempFolder()
let desk: Desk
let window: Window
let folder: string
let restoreTmp: string | undefined

/** Makes a call through the real boundary and answers its value. */
async function call(name: CallName, input: unknown): Promise<unknown> {
  const log = bugLog(join(logs, 'loi.log'), () => new Date('2024-11-20T03:00:00Z'))
  const reply = await answerCall(desk, makeHandlers(desk), name, input, log)
  if (reply.ok) return reply.value
  throw new Error(`${name}: ${JSON.stringify(reply)}`)
}

beforeAll(async () => {
  restoreTmp = process.env.TMPDIR
  mkdirSync(home)
  mkdirSync(exported)
  process.env.TMPDIR = home
  const ring = keyring()
  const made = await makeOffice({ vault: ring })
  await closeOffice(made.office)
  folder = made.folder
  ;({ desk, window } = deskOf(made.ground, folder, ring))
  await openAtStart(desk)
})

afterAll(() => {
  if (restoreTmp === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = restoreTmp
})

/** A text in every dress it could hide in: as written, decomposed, folded, upper case, UTF-16, base64, hex. */
function dresses(text: string): Buffer[] {
  const written = [text, text.normalize('NFD'), foldKey(text), text.toUpperCase()]
  const plain = written.flatMap((each) => [
    Buffer.from(each),
    Buffer.from(each, 'utf16le'),
    Buffer.from(each, 'utf16le').swap16(),
  ])
  const coded = plain.slice(0, 3).flatMap((bytes) => [
    Buffer.from(bytes.toString('hex')),
    // A text in the middle of a base64 run begins at one of three places.
    ...[0, 1, 2].map((shift) => {
      const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
      return Buffer.from(whole.slice(shift === 0 ? 0 : 4, -4))
    }),
  ])
  return [...plain, ...coded]
}

/** What was found of the planted texts in the files of these folders. */
function findPlanted(folders: readonly string[]): { files: string[]; found: string[] } {
  const files = folders.flatMap((each) =>
    readdirSync(each, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const found = files.flatMap((file) => {
    // Read by another process: closing a file here would drop SQLite's locks on it.
    const bytes = execFileSync('cat', [file], { maxBuffer: 1 << 28 })
    const hit = planted.filter((text) => dresses(text).some((dress) => bytes.includes(dress)))
    return hit.map((text) => `${file}: ${text}`)
  })
  return { files, found }
}

describe('[A18] ten planted names and numbers', () => {
  it('are in the book after a day of work', async () => {
    expect(tmpdir()).toBe(home)
    await call('session.start', { staffId: 2, pin: clerkPin })
    await call('conference.save', conference())
    const household = { address, phone, id: null, commune: { code: '00376', validFrom: '' } }
    const people = [
      { name: ánh, sex: 'female', personalNumber: numberA, insuranceNumber: insurance, email },
      { name: lâm, personalNumber: numberL, phone },
      { name: oanh, sex: 'female' },
      { name: tiên, sex: 'female', careFacility: 'Trạm y tế xã' },
    ] as const
    const sheet = draft({
      household,
      conferenceId: 1,
      members: people.map((person) => member({ person, bhyt: newBhyt })),
    })
    await call('enrolment.price', sheet)
    const saved = (await call('enrolment.save', sheet)) as { enrolmentIds: number[] }
    expect(saved.enrolmentIds).toHaveLength(8)
    const filter = { from: null, to: null, query: 'anh', conferenceId: null, limit: 100 }
    expect(JSON.stringify(await call('enrolment.list', filter))).toContain(ánh)
    expect(JSON.stringify(await call('person.find', { number: insurance }))).toContain(email)
    await call('enrolment.cancel', { id: saved.enrolmentIds[7], reason: `${tiên} rút hồ sơ` })
  })

  it('are on paper, and printed and saved where the person chose', async () => {
    const of = { kind: 'enrolments', ids: [1] }
    const wish = { form: 'tk1-ts', edition: null, of, blank: false, checkAgainstOfficial: false }
    const card = (await call('paper.make', wish)) as { documentId: string; title: string }
    expect(card.title).toContain(ánh)
    window.save = join(papers, 'TK1.pdf')
    const paper = { documentId: card.documentId }
    expect(await call('paper.save', paper)).toBe(window.save)
    expect(await call('paper.print', paper)).toEqual({ sent: true })
    expect(toText(readFileSync(window.save))).toContain(ánh.toUpperCase())
  })

  it('stay out of a log of bugs that meet them', async () => {
    const log = bugLog(join(logs, 'loi.log'), () => new Date())
    log(
      'aaaa',
      new Error(`no row for "${ánh}" and '${lâm}' with ${numberA}, ${insurance}, ${phone}`),
    )
    const handlers = makeHandlers(desk)
    const broken = {
      ...handlers,
      'person.find': async () => {
        throw new Error(`SQLITE_ERROR near "${oanh}": ${numberL}`)
      },
    }
    const reply = await answerCall(desk, broken, 'person.find', { number: numberL }, log)
    expect(reply).toEqual({ ok: false, bug: expect.stringMatching(/^[0-9a-f]{8}$/) })
  })

  it('stay out of the signed summary', async () => {
    window.folder = exported
    await call('app.chooseFolder', { purpose: 'export' })
    const day = { kind: 'day', from: '2024-11-16', to: '2024-11-16' }
    const written = (await call('summary.export', {
      ...day,
      headId: 1,
      pin: headPin,
      key: { kind: 'practice' },
      folder: exported,
    })) as { file: string }
    const file = { file: written.file, trust: null }
    expect(await call('summary.verify', file)).toMatchObject({ ok: true })
  })

  it.each([
    ['while the office is open', () => {}],
    ['after it was closed', () => leaveOffice(desk)],
  ])(
    'stand in no file %s: store, log, shared memory, keys, logs, temp, summary',
    async (_, before) => {
      await before()
      const { files, found } = findPlanted([folder, trash])
      const names = files.map((file) => file.slice(file.lastIndexOf('/') + 1))
      const wal = desk.office ? ['office.db-wal', 'office.db-shm'] : []
      expect(names).toEqual(
        expect.arrayContaining(['office.db', ...wal, 'keys.json', 'loi.log', 'practice-key.p12']),
      )
      expect(names.some((name) => name.endsWith('.asice'))).toBe(true)
      expect(found).toEqual([])
    },
  )

  it('would be found if they stood in a file, in any of these dresses', () => {
    const bad = tempFolder()
    const plain = new Database(join(bad, 'plain.db'))
    plain.exec('create table person (name text, number text)')
    plain.prepare('insert into person values (?, ?)').run(ánh, numberA)
    plain.close()
    writeFileSync(join(bad, 'wide.txt'), Buffer.from(`người: ${lâm}`, 'utf16le'))
    writeFileSync(join(bad, 'letter.eml'), Buffer.from(`<<${address}>>`).toString('base64'))
    writeFileSync(join(bad, 'key.txt'), foldKey(oanh))
    writeFileSync(join(bad, 'dump.hex'), Buffer.from(`x${phone}`).toString('hex'))
    expect(
      findPlanted([bad])
        .found.map((each) => each.slice(bad.length + 1))
        .sort(),
    ).toEqual([
      `dump.hex: ${phone}`,
      `key.txt: ${oanh}`,
      `letter.eml: ${address}`,
      `plain.db: ${numberA}`,
      `plain.db: ${ánh}`,
      `wide.txt: ${lâm}`,
    ])
  })
})
