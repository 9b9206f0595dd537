import { execFile } from 'node:child_process'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { clerk, draft, makeOffice, tempFolder } from '../support/office.ts'

const project = join(import.meta.dirname, '..', '..')
const root = tempFolder()
const home = join(root, 'home')
const at = (name: string) => join(root, name)
const codeFile = at('ma.txt')
const wrongFile = at('ma-sai.txt')
const place = at('kho/thang 11')
let data: string

type Ran = { exit: number; out: string; err: string }

/** Runs the real command line; nothing of this machine's user is read or written. */
function raquan(args: readonly string[], from = project): Promise<Ran> {
  const env = { PATH: process.env.PATH, HOME: home, NODE_COMPILE_CACHE: at('compiled') }
  return new Promise((resolve) => {
    const cli = join(from, 'src', 'main', 'cli.ts')
    execFile(process.execPath, [cli, ...args], { cwd: root, env }, (error, out, err) =>
      resolve({ exit: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of another process, looked at field by field
type Json = any

async function json(args: readonly string[], exit = 0): Promise<Json> {
  const ran = await raquan([...args, '--json'])
  expect(ran, args.join(' ')).toMatchObject({ exit, err: '' })
  return JSON.parse(ran.out)
}

const refused = async (args: readonly string[], code: string) =>
  expect((await json(args, 1)).problem, args.join(' ')).toEqual({
    code,
    message: expect.stringMatching(/^\p{Lu}.*\.$/u),
  })

beforeAll(async () => {
  const { office, folder, recoveryCode } = await makeOffice()
  must(await saveHousehold(office, clerk, draft()))
  await closeOffice(office)
  data = folder
  writeFileSync(codeFile, `${recoveryCode}\n`)
  writeFileSync(wrongFile, 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG\n')
})

const key = ['--recovery-code-file', codeFile]
const wrong = ['--recovery-code-file', wrongFile]

describe('raquan backup', () => {
  let backup: string

  it('makes a checked backup in a folder it makes itself, and lists it', async () => {
    const made = await json(['backup', 'make', '--data', data, ...key, '--to', place])
    expect(made).toMatchObject({ unit: '016', practice: true, counts: { household: 1 } })
    backup = made.folder
    expect(readdirSync(place).map((name) => join(place, name))).toEqual([backup])
    const { backups } = await json(['backup', 'list', '--in', place])
    expect(backups).toMatchObject([{ folder: backup, verdict: 'whole' }])
    const said = await raquan(['backup', 'list', '--in', place])
    expect(said).toMatchObject({ exit: 0, err: '' })
    expect(said.out).toMatch(/^raquan-016-\S+\t[\d/]+ \d\d:\d\d\t1 người, 1 hồ sơ\tnguyên vẹn\n$/)
  })

  it('checks it with the recovery code, and refuses a wrong one', async () => {
    expect(await json(['backup', 'check', backup, ...key])).toMatchObject({ folder: backup })
    await refused(['backup', 'check', backup, ...wrong], 'recovery.wrong')
  })

  it('restores it on a new computer; what stood there is kept aside', async () => {
    const target = at('may-moi')
    const restore = ['backup', 'restore', backup, '--data', target]
    await refused([...restore, ...wrong], 'recovery.wrong')
    expect(existsSync(join(target, 'office.db'))).toBe(false)
    expect(await json([...restore, ...key])).toMatchObject({ folder: target, aside: null })
    const { total } = await json(['list', 'enrolments', '--data', target, ...key])
    expect(total).toBe(1)
    const said = await raquan([...restore, ...key])
    expect(said.out).toContain('Đã khôi phục BHXH huyện Sóc Sơn')
    const aside = /Dữ liệu cũ được giữ ở (.+)\.\n$/.exec(said.out)?.[1] ?? 'nowhere'
    expect(existsSync(join(aside, 'office.db'))).toBe(true)
  })

  it('refuses a broken copy: changed in its middle, or cut short', async () => {
    const broken = at('hong/raquan-016-20241120T030000000Z')
    cpSync(backup, broken, { recursive: true })
    const file = openSync(join(broken, 'office.db'), 'r+')
    writeSync(file, Buffer.alloc(64, 7), 0, 64, 9000)
    closeSync(file)
    await refused(['backup', 'check', broken, ...key], 'backup.unsound')
    const target = at('tu-ban-hong')
    await refused(['backup', 'restore', broken, '--data', target, ...key], 'backup.unsound')
    expect(readdirSync(target)).toEqual(['office.lock'])
    writeFileSync(join(broken, 'office.db'), 'ngắn')
    const { backups } = await json(['backup', 'list', '--in', at('hong')])
    expect(backups).toMatchObject([{ verdict: 'changed' }])
    await refused(['backup', 'check', broken, ...key], 'backup.unsound')
  })

  it('refuses folders that are no backup, no office, or cannot be written', async () => {
    mkdirSync(at('la'))
    writeFileSync(at('la/manifest.json'), '{"format":1}')
    for (const folder of [at('la'), at('khong-co'), data]) {
      await refused(['backup', 'check', folder, ...key], 'backup.unreadable')
      const restore = ['backup', 'restore', folder, '--data', at('x'), ...key]
      await refused(restore, 'backup.unreadable')
    }
    expect(existsSync(at('x'))).toBe(false)
    await refused(['backup', 'list', '--in', at('khong-co')], 'backup.place-missing')
    const make = ['backup', 'make', '--data', at('la'), ...key, '--to', place]
    await refused(make, 'store.missing')
    const onFile = ['backup', 'make', '--data', data, ...key, '--to', join(codeFile, 'kho')]
    await refused(onFile, 'file.unwritable')
    const inside = ['backup', 'make', '--data', data, ...key, '--to', join(data, 'kho')]
    await refused(inside, 'backup.place-inside')
    await refused(['backup', 'make', '--data', data, ...wrong, '--to', place], 'recovery.wrong')
  })

  it('says what is missing', async () => {
    const ran = await raquan(['backup', 'check'])
    expect(ran).toMatchObject({ exit: 2, out: '' })
    expect(ran.err).toContain('Thiếu thư mục bản sao lưu.')
    expect((await raquan(['backup', 'make'])).err).toContain('Thiếu --to.')
  })
})

describe('an unexpected error of the command line', () => {
  it('is one sentence with a reference; its stack stands in the log of the app', async () => {
    // An installation that lost its rates: nothing a command could have foreseen.
    const torn = at('cai-thieu')
    mkdirSync(torn)
    cpSync(join(project, 'src'), join(torn, 'src'), { recursive: true })
    cpSync(join(project, 'package.json'), join(torn, 'package.json'))
    symlinkSync(join(project, 'node_modules'), join(torn, 'node_modules'))
    const said = await raquan(['forms'], torn)
    expect(said).toMatchObject({ exit: 3, out: '' })
    expect(said.err).toMatch(/^Phần mềm gặp lỗi ngoài dự kiến\..* mã [0-9a-f]{8}\.\n$/)
    const answer = JSON.parse((await raquan(['forms', '--json'], torn)).out)
    expect(answer).toEqual({
      bug: { reference: expect.stringMatching(/^[0-9a-f]{8}$/), message: expect.any(String) },
    })
    const log = readFileSync(join(home, '.config', 'Ra Quân', 'logs', 'loi.log'), 'utf8')
    const reference = / mã ([0-9a-f]{8})\./.exec(said.err)?.[1] ?? 'none'
    for (const each of [reference, answer.bug.reference])
      expect(log).toMatch(new RegExp(`^\\S+ ${each} Error: .*policy\\.unreadable\\n +at `, 'm'))
  })
})
