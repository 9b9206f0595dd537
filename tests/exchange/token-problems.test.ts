import { describe, expect, it } from 'vitest'
import { sayProblem } from '#core/messages.ts'
import { callProblem, pinProblem, pinStateOf } from '../../src/main/exchange/token/problems.ts'

// The numbers of PKCS #11 v2.40, written out: CK_TOKEN_INFO flags and return values.
const usual = 0x40d // RNG, login required, user PIN set, token set up
const countLow = 0x10000
const finalTry = 0x20000
const locked = 0x40000
const pinIncorrect = 0xa0
const pinLocked = 0xa4

describe('what a token says of its PIN', () => {
  it.each([
    [usual, 'good'],
    [usual | countLow, 'wrong-before'],
    [usual | countLow | finalTry, 'last-try'],
    [usual | countLow | finalTry | locked, 'locked'],
    [usual | locked, 'locked'],
    // The administrator's PIN is in other bits, which are nobody's business here.
    [usual | 0x700000, 'good'],
  ])('flags %i: %s', (flags, state) => {
    expect(pinStateOf(flags)).toBe(state)
  })

  it.each([
    ['wrong', pinIncorrect, usual | countLow, 'exchange.token-pin-wrong'],
    ['of invalid characters', 0xa1, usual, 'exchange.token-pin-wrong'],
    ['too short', 0xa2, usual, 'exchange.token-pin-wrong'],
    ['wrong, one try left', pinIncorrect, usual | finalTry, 'exchange.token-pin-last'],
    ['wrong, and that locked it', pinIncorrect, usual | locked, 'exchange.token-pin-locked'],
    ['locked', pinLocked, usual | locked, 'exchange.token-pin-locked'],
    ['locked, by the code alone', pinLocked, usual, 'exchange.token-pin-locked'],
    ['to be changed', 0xa3, usual, 'exchange.token-pin-expired'],
    ['not set', 0x102, usual, 'exchange.token-no-pin'],
  ])('a PIN that is %s has its own sentence, which says what to do', (_, code, flags, problem) => {
    const said = pinProblem(code, flags, 2)
    expect(said?.code).toBe(problem)
    const sentence = said ? sayProblem(said) : ''
    expect(sentence).toMatch(/Hãy .+\.$/)
    expect(sentence).not.toMatch(/[{}]/)
  })

  it('counts only where more tries are left, and names the PUK when none is', () => {
    const sentence = (code: number, flags: number) => {
      const problem = pinProblem(code, flags, 2)
      return problem ? sayProblem(problem) : null
    }
    expect(sentence(pinIncorrect, countLow)).toContain('đã sai 2 lần')
    expect(sentence(pinIncorrect, finalTry)).toContain('MỘT lần thử')
    expect(sentence(pinLocked, locked)).toContain('PUK')
    // CKR_DEVICE_ERROR and CKR_OK are not about the PIN.
    expect([sentence(0x30, locked), sentence(0, locked)]).toEqual([null, null])
  })
})

describe('a call that a driver refused', () => {
  it.each([
    ['CKR_SLOT_ID_INVALID', 0x3],
    ['CKR_DEVICE_REMOVED', 0x32],
    ['CKR_SESSION_CLOSED', 0xb0],
    ['CKR_SESSION_HANDLE_INVALID', 0xb3],
    ['CKR_TOKEN_NOT_PRESENT', 0xe0],
    ['CKR_TOKEN_NOT_RECOGNIZED', 0xe1],
  ])('%s means that the token is out, even when it is back by now', (_, code) => {
    for (const there of [true, false])
      expect(callProblem(code, 'BHXH', there)).toEqual({
        code: 'exchange.token-gone',
        values: { token: 'BHXH' },
      })
  })

  it('any other code is told as it is, unless the token is out', () => {
    expect(callProblem(0x82, 'BHXH', false).code).toBe('exchange.token-gone')
    const failed = callProblem(0x30, 'BHXH', true)
    expect(failed.code).toBe('exchange.token-failed')
    expect(sayProblem(failed)).toContain('0x30, chưa có gì được ký. Hãy rút ra cắm lại')
  })
})
