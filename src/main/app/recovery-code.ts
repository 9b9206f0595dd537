import { createHash, randomBytes } from 'node:crypto'

// Crockford's alphabet has no I, L, O, U, so a handwritten code cannot be misread.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretLength = 26
const checkLength = 2

/** A new recovery code: 130 random bits and a check, in seven groups of four. */
export function makeRecoveryCode(): string {
  const secret = Array.from(randomBytes(secretLength), (byte) => alphabet[byte & 31]).join('')
  return group(secret + check(secret))
}

/**
 * The code as it was printed, from what was typed: case, spaces and dashes do not matter and
 * I, L, O are read as 1, 1, 0. `null` when a character is wrong or missing.
 */
export function readRecoveryCode(typed: string): string | null {
  const plain = plainCode(typed)
  const secret = plain.slice(0, secretLength)
  const wellFormed =
    plain.length === secretLength + checkLength && [...plain].every((c) => alphabet.includes(c))
  return wellFormed && plain.slice(secretLength) === check(secret) ? group(plain) : null
}

/** Whether the last group of a code was typed back, which proves that the code was kept. */
export function isLastGroup(code: string, typed: string): boolean {
  return plainCode(typed) === code.slice(code.lastIndexOf('-') + 1)
}

function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s.–—-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
}

function check(secret: string): string {
  const digest = createHash('sha256').update(secret).digest()
  return Array.from(digest.subarray(0, checkLength), (byte) => alphabet[byte & 31]).join('')
}

function group(plain: string): string {
  return (plain.match(/.{4}/g) ?? []).join('-')
}
