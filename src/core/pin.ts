import { z } from 'zod'

/** Four to twelve digits, or a password of eight to 64 characters without control characters. */
const shape = /^(\d{4,12}|[^\p{Cc}]{8,64})$/u

/** A PIN or password as typed. */
export const Pin = z.string().regex(shape)

/** Whether a text can be a PIN or password. */
export function isPin(text: string): boolean {
  return shape.test(text)
}
