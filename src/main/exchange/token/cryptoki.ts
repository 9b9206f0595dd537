import koffi from 'koffi'
import { ck } from './numbers.ts'

// The standard packs its structures on Windows only.
const struct = process.platform === 'win32' ? koffi.pack : koffi.struct
const long = 'unsigned long'
const bytes = 'uint8_t *'

/** Size of a CK_ULONG on this system in bytes. */
export const longSize: number = koffi.sizeof(long)

const version = struct({ major: 'uint8_t', minor: 'uint8_t' })
const attribute = struct({ type: long, value: bytes, length: long })
const mechanism = struct({ id: long, parameter: bytes, length: long })
const initialise = struct({
  createMutex: 'void *',
  destroyMutex: 'void *',
  lockMutex: 'void *',
  unlockMutex: 'void *',
  flags: long,
  reserved: 'void *',
})
const text = (length: number) => koffi.array('uint8_t', length, 'Typed')
const tokenInfo = struct({
  label: text(32),
  maker: text(32),
  model: text(16),
  serial: text(16),
  flags: long,
  counts: koffi.array(long, 10),
  hardware: version,
  firmware: version,
  time: text(16),
})
const functionTable = struct({ version, functions: koffi.array('void *', 68) })

const at = koffi.pointer
const session = long

/** What is called, by its place in the table of functions (PKCS #11 v2.40, CK_FUNCTION_LIST). */
const calls = {
  initialise: [0, [at(initialise)]],
  finalise: [1, ['void *']],
  slots: [4, ['uint8_t', bytes, bytes]],
  tokenInfo: [6, [long, koffi.out(at(tokenInfo))]],
  mechanisms: [7, [long, bytes, bytes]],
  openSession: [12, [long, long, 'void *', 'void *', bytes]],
  closeSession: [13, [session]],
  login: [18, [session, long, bytes, long]],
  logout: [19, [session]],
  attributes: [24, [session, long, koffi.inout(at(attribute)), long]],
  findInit: [26, [session, at(attribute), long]],
  find: [27, [session, bytes, long, bytes]],
  findEnd: [28, [session]],
  signInit: [42, [session, at(mechanism), long]],
  sign: [43, [session, bytes, long, bytes, bytes]],
} as const satisfies Record<string, readonly [number, readonly unknown[]]>

/** The functions of one driver; each answers the standard's return value. */
export type Cryptoki = Record<keyof typeof calls, (...values: unknown[]) => number>

// koffi unloads a library that nothing refers to, and the functions of its table do not count.
const loaded: unknown[] = []

/** Loads a PKCS #11 driver and starts it; throws when the file is none. */
export function loadCryptoki(path: string): Cryptoki {
  const library = koffi.load(path)
  const table = [null]
  const list = library.func('C_GetFunctionList', long, [koffi.out(at(at(functionTable)))])
  if (Number(list(table)) !== ck.OK || table[0] === null) throw new Error('no function list')
  loaded.push(library)
  const { functions } = koffi.decode(table[0], functionTable)
  const entries = Object.entries(calls).map(([name, [place, types]]) => {
    const call = koffi.decode(functions[place], koffi.proto(long, [...types]))
    return [name, (...values: unknown[]) => Number(call(...values))]
  })
  const cryptoki: Cryptoki = Object.fromEntries(entries)
  start(cryptoki)
  return cryptoki
}

function start(driver: Cryptoki): void {
  const nothing = { createMutex: null, destroyMutex: null, lockMutex: null, unlockMutex: null }
  const started = driver.initialise({ ...nothing, flags: ck.OS_LOCKING_OK, reserved: null })
  if (started !== ck.OK && started !== ck.CRYPTOKI_ALREADY_INITIALIZED)
    throw new Error(`the driver does not start: ${started}`)
}

/** Ends the driver and starts it anew: some see a token again only then. */
export function restart(driver: Cryptoki): void {
  driver.finalise(null)
  start(driver)
}
