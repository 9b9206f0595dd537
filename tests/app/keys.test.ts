import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { createOffice } from '../../src/main/app/create-office.ts'
import { leaveOffice } from '../../src/main/app/desk.ts'
import { openAtStart, unlockWithCode } from '../../src/main/app/first-run.ts'
import {
  keyFilePath,
  noVault,
  type OsVault,
  openKeyWithCode,
  openKeyWithVault,
} from '../../src/main/app/key-file.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { openOffice } from '../../src/main/app/open-office.ts'
import {
  isLastGroup,
  makeRecoveryCode,
  readRecoveryCode,
} from '../../src/main/app/recovery-code.ts'
import { describeState } from '../../src/main/app/session.ts'
import {
  asOrdinaryUser,
  deskOf,
  groundAt,
  keyring,
  makeOffice,
  planOf,
  tempFolder,
} from '../support/office.ts'

const ground = groundAt({ at: '2024-11-20T03:00:00.000Z' })

/** Every byte under a folder, by path. */
function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path).toString('base64')]),
  )
}

/** A closed office whose key the keyring holds. */
async function closedOffice(vault: OsVault) {
  const made = await makeOffice({ vault })
  await closeOffice(made.office)
  return made
}

const broken: OsVault = {
  seal: () => {
    throw new Error('the keyring is locked')
  },
  open: () => {
    throw new Error('the keyring is locked')
  },
}

describe('the key of an office', () => {
  const ring = keyring()
  const office = closedOffice(ring)

  it('comes from the key store of the computer, and from the recovery code', async () => {
    const { folder, key, recoveryCode } = await office
    expect(must(openKeyWithVault(folder, ring))).toEqual(key)
    expect(must(openKeyWithCode(folder, recoveryCode, noVault))).toEqual(key)
  })

  it('stands in no file in the clear', async () => {
    const { folder, key } = await office
    const all = Object.values(bytesOf(folder)).map((text) => Buffer.from(text, 'base64'))
    for (const form of [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('base64'))])
      for (const bytes of all) expect(bytes.includes(form)).toBe(false)
  })

  it.each([
    ['there is no key store', noVault],
    ['the key store lost the key', keyring()],
    ['the key store fails', broken],
    ['the key store answers rubbish', { seal: () => null, open: () => randomBytes(5) }],
  ])('[A20] needs the recovery code when %s; nothing is made anew', async (_, vault) => {
    const { folder, recoveryCode } = await office
    const before = bytesOf(folder)
    const { desk } = deskOf(ground, folder, vault)
    await openAtStart(desk)
    expect(await describeState(desk)).toMatchObject({
      phase: 'no-key',
      office: null,
      staff: [],
      problem: { code: 'store.key-missing' },
    })
    expect(bytesOf(folder)).toEqual(before)
    expect(await unlockWithCode(desk, recoveryCode)).toEqual({ ok: true, value: true })
    expect(await describeState(desk)).toMatchObject({ phase: 'signed-out', problem: null })
    await leaveOffice(desk)
  })

  it('[A20] needs the recovery code when the key store answers another key', async () => {
    const { folder, recoveryCode } = await office
    const other: OsVault = { seal: () => null, open: () => randomBytes(32) }
    const { desk } = deskOf(ground, folder, other)
    const before = bytesOf(folder)
    await openAtStart(desk)
    expect(await describeState(desk)).toMatchObject({
      phase: 'no-key',
      problem: { code: 'store.foreign' },
    })
    expect(bytesOf(folder)).toEqual(before)
    expect(await unlockWithCode(desk, recoveryCode)).toMatchObject({ ok: true })
    await leaveOffice(desk)
  })

  it('is sealed anew once the code was typed, so that the code is needed once', async () => {
    const { folder, recoveryCode, key } = await office
    const fresh = keyring()
    expect(openKeyWithVault(folder, fresh)).toMatchObject({
      problem: { code: 'store.key-missing' },
    })
    must(openKeyWithCode(folder, recoveryCode, fresh))
    expect(must(openKeyWithVault(folder, fresh))).toEqual(key)
    must(openKeyWithCode(folder, recoveryCode, ring))
  })

  it('comes from the code even where the key file cannot be written', async () => {
    const { folder, recoveryCode, key } = await office
    const copy = join(tempFolder(), 'đĩa chỉ đọc')
    mkdirSync(copy)
    writeFileSync(keyFilePath(copy), readFileSync(keyFilePath(folder)), { mode: 0o644 })
    const opened = await asOrdinaryUser(() => openKeyWithCode(copy, recoveryCode, keyring()))
    expect(must(opened)).toEqual(key)
    expect(readdirSync(copy)).toEqual(['keys.json'])
  })

  it('[A13] stays closed for a wrong code, and nothing changes on disk', async () => {
    const { folder, recoveryCode } = await office
    const before = bytesOf(folder)
    const other = makeRecoveryCode()
    for (const typed of ['', 'ABCD', recoveryCode.slice(0, -1), `${recoveryCode}0`, other]) {
      const { desk } = deskOf(ground, folder, ring)
      expect(await unlockWithCode(desk, typed)).toEqual({
        ok: false,
        problem: { code: 'recovery.wrong' },
      })
      expect(desk.office).toBeNull()
    }
    // After five wrong ones even the right one waits; the count is all that was written.
    const { desk } = deskOf(ground, folder, ring)
    expect(await unlockWithCode(desk, recoveryCode)).toMatchObject({
      problem: { code: 'recovery.wait' },
    })
    rmSync(join(folder, 'recovery-tries.json'))
    expect(bytesOf(folder)).toEqual(before)
  })

  it.each([
    ['is no JSON', () => 'keys'],
    ['is empty', () => ''],
    ['has another format', (text: string) => text.replace('"format": 1', '"format": 2')],
    ['asks for absurd work', (text: string) => text.replace('"cost": 16', '"cost": 40')],
    ['has a field more', (text: string) => text.replace('{', '{"x": 1,')],
  ])('is not guessed from a key file that %s', async (_, change) => {
    const { folder, recoveryCode } = await office
    const copy = tempFolder()
    const text = change(readFileSync(keyFilePath(folder), 'utf8'))
    writeFileSync(keyFilePath(copy), text)
    const damaged = { ok: false, problem: { code: 'store.damaged', values: { folder: copy } } }
    expect(openKeyWithCode(copy, recoveryCode, noVault)).toEqual(damaged)
    expect(openKeyWithVault(copy, ring)).toEqual(damaged)
    expect(readFileSync(keyFilePath(copy), 'utf8')).toBe(text)
  })

  it('opens nothing when a bit of the wrapped key flipped', async () => {
    const { folder, recoveryCode } = await office
    const copy = tempFolder()
    const file = JSON.parse(readFileSync(keyFilePath(folder), 'utf8'))
    const box = Buffer.from(file.recovery.box, 'base64')
    box[3] = (box[3] ?? 0) ^ 1
    file.recovery.box = box.toString('base64')
    writeFileSync(keyFilePath(copy), JSON.stringify(file))
    const opened = openKeyWithCode(copy, recoveryCode, noVault)
    expect(opened).toEqual({ ok: false, problem: { code: 'recovery.wrong' } })
  })
})

describe('a new office', () => {
  it('[A20] is made under the recovery code alone when the key store fails', async () => {
    const folder = join(tempFolder(), 'office')
    const code = makeRecoveryCode()
    const { key } = must(await createOffice(ground, folder, planOf(), code, broken))
    expect(JSON.parse(readFileSync(keyFilePath(folder), 'utf8')).os).toBeNull()
    expect(must(openKeyWithCode(folder, code, noVault))).toEqual(key)
    expect(readFileSync(join(folder, 'office.db')).includes('SQLite format')).toBe(false)
  })

  it('is made by one of two makers at once, and opens with that one’s code', async () => {
    const folder = join(tempFolder(), 'office')
    const codes = [makeRecoveryCode(), makeRecoveryCode()]
    const made = await Promise.all(
      codes.map((code) => createOffice(ground, folder, planOf(), code, noVault)),
    )
    const winner = made.findIndex((each) => each.ok)
    expect(made.filter((each) => each.ok)).toHaveLength(1)
    expect(made.find((each) => !each.ok)).toMatchObject({ problem: { code: 'store.in-use' } })
    const key = must(openKeyWithCode(folder, codes[winner] ?? '', noVault))
    await closeOffice(must(await openOffice(ground, folder, key)))
  })

  it('never takes the place of another, whole or half missing', async () => {
    const { folder, recoveryCode, office, key } = await makeOffice()
    await closeOffice(office)
    const again = () => createOffice(ground, folder, planOf(), makeRecoveryCode(), noVault)
    const exists = { ok: false, problem: { code: 'office.exists', values: { folder } } }
    expect(await again()).toEqual(exists)
    const store = join(folder, 'office.db')
    for (const size of [0, 10]) {
      const elsewhere = join(tempFolder(), 'away.db')
      renameSync(store, elsewhere)
      writeFileSync(store, Buffer.alloc(size))
      expect(await again()).toEqual(exists)
      expect(await openOffice(ground, folder, key)).toMatchObject({
        problem: { code: 'store.damaged' },
      })
      expect(readFileSync(store)).toEqual(Buffer.alloc(size))
      rmSync(store)
      writeFileSync(`${store}-wal`, 'a log without its store')
      expect(await again()).toEqual(exists)
      rmSync(`${store}-wal`)
      renameSync(elsewhere, store)
    }
    const opened = must(openKeyWithCode(folder, recoveryCode, noVault))
    await closeOffice(must(await openOffice(ground, folder, opened)))
  })

  it('keeps the key file of a store that is only away', async () => {
    const { folder, recoveryCode, office, key } = await makeOffice()
    await closeOffice(office)
    const away = join(tempFolder(), 'office.db')
    renameSync(join(folder, 'office.db'), away)
    must(await createOffice(ground, folder, planOf(), makeRecoveryCode(), noVault))
    const old = readdirSync(folder).filter((name) => name.startsWith('keys.json.cu-'))
    expect(old).toHaveLength(1)
    const restored = tempFolder()
    renameSync(join(folder, old[0] ?? ''), keyFilePath(restored))
    renameSync(away, join(restored, 'office.db'))
    expect(must(openKeyWithCode(restored, recoveryCode, noVault))).toEqual(key)
    await closeOffice(must(await openOffice(ground, restored, key)))
  })

  it('leaves nothing open after an interrupted making, and can be made again', async () => {
    const folder = join(tempFolder(), 'office')
    const plan = planOf()
    const clash = {
      ...plan,
      people: [...plan.people, { name: '', role: 'clerk', pin: '1234' }] as const,
    }
    await expect(createOffice(ground, folder, clash, makeRecoveryCode(), noVault)).rejects.toThrow(
      'CHECK',
    )
    expect(existsSync(join(folder, 'office.db'))).toBe(false)
    const { desk } = deskOf(ground, folder)
    await openAtStart(desk)
    expect(await describeState(desk)).toMatchObject({ phase: 'no-office', problem: null })
    const code = makeRecoveryCode()
    must(await createOffice(ground, folder, plan, code, noVault))
    const key = must(openKeyWithCode(folder, code, noVault))
    await closeOffice(must(await openOffice(ground, folder, key)))
    expect(readdirSync(folder).filter((name) => name.includes('.moi'))).toEqual([])
  })
})

describe('a recovery code', () => {
  it('has seven groups of four without I, L, O, U', () => {
    for (let i = 0; i < 200; i += 1)
      expect(makeRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('is read in any case, with any spaces and dashes, and with O for 0, I or l for 1', () => {
    const random = fc.sample(fc.infiniteStream(fc.boolean()), 1)[0]
    for (let i = 0; i < 100; i += 1) {
      const code = makeRecoveryCode()
      const typed = [...code.replaceAll('-', '')]
        .map((char) => (random?.next().value ? char.toLowerCase() : char))
        .map((char) => (char === '0' ? 'o' : char === '1' ? (i % 2 ? 'I' : 'l') : char))
        .join(i % 3 === 0 ? ' ' : i % 3 === 1 ? '' : ' – ')
      expect(readRecoveryCode(typed), typed).toBe(code)
    }
  })

  it('refuses one wrong character by its check nearly always', () => {
    const code = makeRecoveryCode()
    let passed = 0
    for (let at = 0; at < code.length; at += 1) {
      if (code[at] === '-') continue
      for (const char of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (char === code[at]) continue
        if (readRecoveryCode(code.slice(0, at) + char + code.slice(at + 1)) !== null) passed += 1
      }
    }
    // 28 places with 31 wrong characters each; the check has 1024 values.
    expect(passed).toBeLessThan(10)
  })

  it('refuses what has a character too few or too many, or a foreign one', () => {
    const code = makeRecoveryCode()
    for (const typed of [
      code.slice(1),
      `${code}A`,
      code.replace(/.$/, 'U'),
      `${code.slice(0, -1)}Đ`,
      '',
      '-',
    ])
      expect(readRecoveryCode(typed), typed).toBeNull()
  })

  it('is confirmed by its last group, typed in any of these ways', () => {
    expect(isLastGroup('AAAA-B01Z', 'b01z')).toBe(true)
    expect(isLastGroup('AAAA-B01Z', ' BOlZ ')).toBe(true)
    for (const typed of ['', 'AAAA', 'B01', 'B01ZZ', 'AAAA-B01Z'])
      expect(isLastGroup('AAAA-B01Z', typed), typed).toBe(false)
  })
})
