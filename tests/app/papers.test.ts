import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallAnswer } from '#core/contract.ts'
import { type FormId, forms } from '#core/forms.ts'
import { readTie, tieText } from '#core/papers/tie.ts'
import { must } from '#core/result.ts'
import { saveConference } from '../../src/main/app/conferences.ts'
import { checkStructure, toInfo, toText } from '../forms/pdf-tools.ts'
import { type Caller, callerOf } from '../support/caller.ts'
import {
  clerk,
  clerkPin,
  conference,
  deskOf,
  draft,
  type Made,
  makeOffice,
  member,
  newBhyt,
  tempFolder,
  type Window,
} from '../support/office.ts'
import { readQr } from '../support/qr.ts'

/** A disk too small for a paper; null where this user may not mount one. */
function smallDisk(): string | null {
  const path = tempFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', path], { stdio: 'ignore' })
    afterAll(() => void execFileSync('umount', [path]))
    return path
  } catch {
    return null
  }
}

const tinyDisk = smallDisk()

let made: Made
let call: Call
let window: Window
let held: number
let ids: number[]

type Call = Caller

beforeAll(async () => {
  made = await makeOffice()
  const desk = deskOf(made.ground, made.folder)
  window = desk.window
  desk.desk.office = made.office
  call = callerOf(desk.desk)
  await call('session.start', { staffId: clerk.id, pin: clerkPin })
  held = must(await saveConference(made.office, clerk, conference())).id
  const saved = await call('enrolment.save', draft({ conferenceId: held, members: family() }))
  ids = saved.enrolmentIds
})

/** A head who takes both schemes, his wife, and a son of twelve. */
function family() {
  const person = { phone: '0912345678', careFacility: 'Trạm y tế xã Phù Lỗ' }
  return [
    member({ person: { ...person, name: 'Nguyễn Văn Trụ' }, bhyt: newBhyt }),
    member({
      person: { ...person, name: 'Lê Thị Mái', sex: 'female', personalNumber: '001190000777' },
      relation: '01',
      bhxh: null,
      bhyt: newBhyt,
    }),
    member({
      person: {
        ...person,
        name: 'Nguyễn Văn Rui',
        birth: { date: '2012-05-04', precision: 'day' },
        personalNumber: '001212000777',
      },
      relation: '08',
      bhxh: null,
      bhyt: { ...newBhyt, months: 6 },
    }),
  ]
}

type Wish = Parameters<typeof call<'paper.make'>>[1]

const wish = (form: FormId, of: Wish['of'], rest: Partial<Wish> = {}): Wish => ({
  form,
  edition: null,
  of,
  blank: false,
  checkAgainstOfficial: false,
  ...rest,
})

const one = (id: number | undefined): Wish['of'] => ({ kind: 'enrolments', ids: [id ?? 0] })

async function draw(form: FormId, of: Wish['of'], rest: Partial<Wish> = {}) {
  const card = await call('paper.make', wish(form, of, rest))
  const bytes = await call('paper.bytes', { documentId: card.documentId })
  const text = toText(bytes).normalize('NFC')
  return { card, bytes, text, flat: text.replace(/\s+/g, ' ') }
}

describe('a paper from the book', () => {
  it('is a TK1-TS with the person, the address of that day and what was chosen', async () => {
    const { card, flat } = await draw('tk1-ts', one(ids[0]))
    expect(card).toMatchObject({ edition: 'QD490', pages: 1, printJob: null })
    expect(card.title).toBe('TK1-TS – Nguyễn Văn Trụ')
    expect(card.notices[0]?.vi).toContain('chưa đối chiếu được')
    for (const words of ['NGUYỄN VĂN TRỤ', 'Số 1, Thôn Đông', 'Huyện: Sóc Sơn', '1.500.000']) {
      expect(flat).toContain(words)
    }
    expect(flat).toContain('ngày 16 tháng 11 năm 2024')
  })

  it('names who speaks for a minor, and nobody for a grown-up', async () => {
    const child = await draw('tk1-ts', one(ids[3]))
    expect(child.flat).toMatch(/\[10\]\. Họ tên cha\/mẹ\/giám hộ [^:]*: Nguyễn Văn Trụ/i)
    const wife = await draw('tk1-ts', one(ids[2]))
    expect(wife.flat).not.toContain('Nguyễn Văn Trụ')
  })

  it('lists everybody of the household in its annex', async () => {
    const { card, flat } = await draw('household-annex', one(ids[0]))
    expect(card).toMatchObject({ edition: 'QD490', pages: 1 })
    for (const words of ['Nguyễn Văn Trụ', 'Lê Thị Mái', 'Nguyễn Văn Rui', 'Chủ hộ', 'Vợ', 'Con']) {
      expect(flat).toContain(words)
    }
  })

  it('is the whole household on the quote, with the stored amounts and their derivation', async () => {
    const { flat } = await draw('quote', one(ids[0]))
    expect(flat).toContain('Cách tính')
    // 4.5 % of 2,340,000 đồng for twelve months, and the second of the ladder 70 % of it.
    for (const amount of ['1.263.600', '884.520']) expect(flat).toContain(amount)
  })

  it.each([
    ['d05-ts', ['Nguyễn Văn Trụ', 'Bưu điện', 'Tổng cộng'], ['Nguyễn Văn Rui']],
    ['d03-ts', ['Nguyễn Văn Trụ', 'Nguyễn Văn Rui', '1.638.000', 'GD'], []],
  ] as const)('is the list %s of the day', async (form, words, without) => {
    const { card, flat } = await draw(form, { kind: 'day', day: '2024-11-16' })
    expect(card.printJob).not.toBeNull()
    for (const word of words) expect(flat).toContain(word)
    for (const word of without) expect(flat).not.toContain(word)
  })

  it('is the attendance sheet of a conference with those who signed up, and its minutes', async () => {
    const sheet = await draw('attendance', { kind: 'conference', id: held })
    expect(sheet.flat).toContain('Nguyễn Văn Trụ')
    const minutes = await draw('minutes', { kind: 'conference', id: held })
    expect(minutes.flat).toContain('Số người dự (có danh sách kèm theo): 80')
    expect(minutes.flat).toContain('Đăng ký BHYT hộ gia đình (người): 3')
    expect(minutes.card.missing[0]?.vi).toContain('Mục Chủ trì chưa có người chủ trì')
  })

  it('reminds with the day to pay by and what renewing costs then', async () => {
    const { flat } = await draw('reminder', one(ids[0]))
    expect(flat).toContain('Kính gửi Ông/Bà: Nguyễn Văn Trụ')
    expect(flat).toContain('đến hết ngày 31/01/2025')
  })

  it('lists who is due', async () => {
    const of = { kind: 'due', on: '2025-01-20', mark: null, commune: null, scheme: null } as const
    const { flat } = await draw('due-list', of)
    expect(flat).toContain('Nguyễn Văn Trụ')
    expect(flat).toContain('hết 31/01/2025')
  })

  it('has the same bytes for the same record and edition', async () => {
    const first = await draw('tk1-ts', one(ids[0]))
    const again = await draw('tk1-ts', one(ids[0]))
    expect(again.card.sha256).toBe(first.card.sha256)
    expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true)
  })

  it('can be had in another edition, and says that BHYT has forms of its own since 1/7/2025', async () => {
    const other = await draw('tk1-ts', one(ids[0]), { edition: 'QD366' })
    expect(other.card).toMatchObject({ edition: 'QD366', notices: [] })
    await expect(draw('mau-4', one(ids[0]))).rejects.toThrow('forms.no-edition')
    const named = await draw('mau-4', one(ids[0]), { edition: 'ND188' })
    expect(named.flat).toContain('Nguyễn Văn Rui')
    expect(named.flat).toContain('2.340.000')
  })

  it('carries the line to compare only where its layout was not compared', async () => {
    const line = 'Bản in thử – đối chiếu mẫu chính thức'
    const check = { checkAgainstOfficial: true }
    expect((await draw('tk1-ts', one(ids[0]), check)).flat).toContain(line)
    const compared = await draw('tk1-ts', one(ids[0]), { ...check, edition: 'QD366' })
    expect(compared.flat).not.toContain(line)
  })

  it('names the boxes that are empty, by number', async () => {
    const { card } = await draw('tk1-ts', one(ids[0]))
    expect(card.missing.map(({ vi }) => vi)).toContain(
      'Mục [09] chưa có nơi đăng ký khai sinh. Hãy bổ sung, hoặc in để trống rồi ghi tay.',
    )
  })
})

describe('a blank paper', () => {
  it.each(Object.keys(forms) as FormId[])('is offered for %s', async (form) => {
    const [edition = ''] = forms[form].editions
    const { card, bytes, flat } = await draw(form, null, { blank: true, edition })
    expect(card).toMatchObject({ edition, missing: [] })
    expect(flat).not.toContain('Nguyễn Văn Trụ')
    expect(checkStructure(bytes)).toContain('No syntax')
  })

  it('of a conference carries its commune and a QR square that leads back to it', async () => {
    const { bytes, flat } = await draw('tk1-ts', { kind: 'conference', id: held }, { blank: true })
    expect(flat).toContain('Huyện: Sóc Sơn')
    expect(flat).toMatch(/BHXH huyện Sóc Sơn – hội nghị \d\d\/\d\d\/\d{4}/)
    const text = readQr(bytes)
    expect(text).toBe(`RAQUAN1|016|HN|${held}`)
    expect(readTie(text ?? '')).toEqual({ unit: '016', conference: held })
  })

  it('reads back only squares of its own making', () => {
    const tie = { unit: 'CS-SOC-SON', conference: 41 }
    expect(readTie(` ${tieText(tie)}\n`)).toEqual(tie)
    for (const text of ['', 'RAQUAN1|016|2024|1', 'RAQUAN1|016|HN|0', 'RAQUAN1|016|HN|1|2']) {
      expect(readTie(text)).toBeNull()
    }
  })
})

describe('what cannot be made', () => {
  it.each([
    ['an enrolment nobody has', wish('tk1-ts', one(99_999)), 'enrolment.unknown'],
    [
      'a conference nobody held',
      wish('minutes', { kind: 'conference', id: 99 }),
      'conference.unknown',
    ],
    [
      'an edition nobody issued',
      wish('tk1-ts', one(1), { edition: 'QD1' }),
      'forms.unknown-edition',
    ],
    ['minutes of an enrolment', wish('minutes', one(1)), 'paper.wrong-subject'],
    [
      'a household nobody has',
      wish('quote', { kind: 'household', id: 999, signedOn: null }),
      'household.unknown',
    ],
    ['a day without sign-ups', wish('d05-ts', { kind: 'day', day: '2024-11-17' }), 'paper.nothing'],
  ] as const)('%s', async (_, input, code) => {
    await expect(call('paper.make', input)).rejects.toThrow(code)
  })
})

describe('the list of forms', () => {
  it('has every form with its editions and their dates in force', async () => {
    const cards = await call('paper.forms', {})
    expect(cards.map(({ form }) => form)).toEqual(Object.keys(forms))
    const tk1 = cards[0] as CallAnswer<'paper.forms'>[number]
    expect(tk1.editions.map(({ edition, from, to }) => [edition, from, to])).toEqual([
      ['QD490', '2023-03-28', '2026-04-30'],
      ['QD366', '2026-05-01', null],
    ])
  })
})

describe('printing', () => {
  const printer = {
    name: 'Tầng 2',
    title: 'Máy in tầng 2',
    isDefault: true,
    accepts: true,
    waits: false,
  }
  const lines = () =>
    (
      made.office.store.raw.prepare('select event, detail from audit order by seq').all() as {
        event: string
        detail: string
      }[]
    ).map(({ event, detail }) => ({ event, ...JSON.parse(detail) }))

  it('moves what is printed as the printer was calibrated, and never the file', async () => {
    window.printers = [printer]
    const { card, bytes } = await draw('tk1-ts', one(ids[0]))
    const set = await call('paper.calibrate', { printer: 'Tầng 2', right: 2.5, down: -1.5 })
    expect(set).toEqual({
      printers: [{ ...printer, offset: { right: 2.5, down: -1.5 } }],
      chosen: null,
    })
    expect(window.settings?.printers).toEqual({ 'Tầng 2': { right: 2.5, down: -1.5 } })
    const { documentId } = card
    await call('paper.print', { documentId, printer: 'Tầng 2', dialog: false, copies: 2 })
    const sent = window.printed.at(-1)
    expect(sent).toMatchObject({ printer: 'Tầng 2', dialog: false, copies: 2 })
    expect(checkStructure(sent?.pdf ?? bytes)).toContain('No syntax')
    expect(Buffer.from(sent?.pdf ?? bytes).equals(bytes)).toBe(false)
    const kept = await call('paper.bytes', { documentId })
    expect(Buffer.from(kept).equals(bytes)).toBe(true)
    expect(lines().at(-1)).toMatchObject({
      event: 'paper.printed',
      form: 'tk1-ts',
      edition: 'QD490',
      sha256: card.sha256,
      copies: 2,
      printer: 'Tầng 2',
    })
  })

  it('remembers the printer, also when it is gone, and that somebody went back to the dialog', async () => {
    const { documentId } = (await draw('quote', one(ids[0]))).card
    await call('paper.print', { documentId, printer: 'Tầng 2', dialog: false })
    expect(window.settings?.printer).toBe('Tầng 2')
    await call('paper.print', { documentId })
    window.printers = []
    expect(await call('paper.printers', {})).toEqual({ printers: [], chosen: 'Tầng 2' })
    await call('paper.print', { documentId, printer: null })
    expect(window.settings?.printer).toBeNull()
  })

  it('prints some pages only, and refuses pages that are not there', async () => {
    const { card } = await draw('quote', one(ids[0]))
    const { documentId, pages: last } = card
    await call('paper.print', { documentId, pages: { from: last, to: last } })
    expect(toInfo(window.printed.at(-1)?.pdf ?? new Uint8Array()).Pages).toBe('1')
    expect(lines().at(-1)).toMatchObject({ event: 'paper.printed', pages: `${last}-${last}` })
    const beyond = { documentId, pages: { from: 1, to: last + 1 } }
    await expect(call('paper.print', beyond)).rejects.toThrow('paper.no-such-page')
  })

  it.skipIf(tinyDisk === null)('says that a disk is full and keeps the paper', async () => {
    const { card } = await draw('tk1-ts', one(ids[0]))
    const { documentId } = card
    window.save = join(tinyDisk ?? '', 'to-khai.pdf')
    await expect(call('paper.save', { documentId })).rejects.toThrow('store.no-space')
    expect(readdirSync(tinyDisk ?? '')).toEqual([])
    window.save = join(tempFolder(), 'to-khai.pdf')
    expect(await call('paper.save', { documentId })).toBe(window.save)
  })

  it('refuses to calibrate a printer that is not there', async () => {
    const gone = { printer: 'Máy đã tháo', right: 1, down: 1 }
    await expect(call('paper.calibrate', gone)).rejects.toThrow('print.no-printer')
  })

  it('has a test page with rulers that says the offset in force', async () => {
    const card = await call('paper.testPage', { printer: 'Tầng 2' })
    const bytes = await call('paper.bytes', { documentId: card.documentId })
    expect(toText(bytes).normalize('NFC')).toContain('sang phải 2,5 mm, xuống dưới -1,5 mm')
  })
})
