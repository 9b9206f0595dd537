import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { clerk, draft, type Made, makeOffice, member } from '../support/office.ts'

const cli = join(import.meta.dirname, '..', '..', 'src', 'main', 'cli.ts')

function raquan(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    encoding: 'utf8',
  })
  return { status, stderr, json: stdout.startsWith('{') ? JSON.parse(stdout) : null }
}

describe('raquan scan', () => {
  const card =
    '001085000123||Nguyễn Văn Ví Dụ|05091985|Nam|Số 1, Tổ 2, Phường Láng Hạ, Quận Đống Đa, Hà Nội|14042021'

  it('reads a card from standard input', () => {
    const { status, json } = raquan(['scan'], `${card}||Nguyễn Văn Cha\r\n`)
    expect(status).toBe(0)
    expect(json).toMatchObject({
      number: '001085000123',
      name: 'Nguyễn Văn Ví Dụ',
      birth: '1985-09-05',
      sex: 'male',
      address: 'Số 1, Tổ 2, Phường Láng Hạ, Quận Đống Đa, Hà Nội',
      issued: '2021-04-14',
      oldNumber: null,
      extra: ['', 'Nguyễn Văn Cha'],
    })
  })

  it.each([
    ['', 'scan.empty'],
    ['https://example.org/x', 'scan.foreign'],
    [card.slice(0, 60), 'scan.incomplete'],
    [card.replace('05091985', '31021985'), 'scan.bad-date'],
  ])('refuses %j with one sentence', (input, code) => {
    const { status, json } = raquan(['scan'], input)
    expect(status).toBe(1)
    expect(json).toEqual({ problem: { code, message: expect.stringMatching(/^\p{Lu}.*\.$/u) } })
  })
})

describe('raquan search and duplicates', () => {
  let made: Made
  let store: string[]

  beforeAll(async () => {
    made = await makeOffice()
    const birth = { date: '1990-11-06', precision: 'day' } as const
    const twice = [
      member({ person: { name: 'Đỗ Thị Hường', personalNumber: '001190654321', birth } }),
      member({ person: { name: 'Do Thi Huong', personalNumber: null, birth }, bhxh: null }),
    ]
    must(await saveHousehold(made.office, clerk, draft({ members: twice })))
    await closeOffice(made.office)
    const code = join(made.folder, 'code.txt')
    writeFileSync(code, made.recoveryCode)
    store = ['--data', made.folder, '--recovery-code-file', code, '--json']
  })

  it('find a person by words without marks or by a number', () => {
    const found = {
      id: 1,
      name: 'Đỗ Thị Hường',
      birth: '1990-11-06',
      number: '001190654321',
      commune: 'Thị trấn Sóc Sơn',
    }
    expect(raquan(['search', 'huong do', ...store]).json.people).toContainEqual(found)
    expect(raquan(['search', 'huong', 'do', ...store]).json.people).toHaveLength(2)
    expect(raquan(['search', '4321', ...store]).json.people).toEqual([found])
    expect(raquan(['search', '" * ( ) NEAR :', ...store])).toMatchObject({
      status: 0,
      json: { people: [] },
    })
    expect(raquan(['search', ...store]).status).toBe(2)
  })

  it('list who is likely entered twice', () => {
    const { json } = raquan(['duplicates', ...store])
    expect(json).toMatchObject({
      people: 2,
      clusters: [
        {
          people: [
            { id: 1, number: '001•••••4321' },
            { id: 2, number: null },
          ],
        },
      ],
    })
    expect(json.clusters[0].reasons).toContain('Cùng ngày sinh.')
  })
})
