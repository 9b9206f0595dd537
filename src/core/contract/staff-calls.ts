import { z } from 'zod'
import { IsoDay, typedLine } from '../person.ts'
import { lockMinutes } from '../staff-rules.ts'
import { Role } from '../terms.ts'
import type { AppState } from './answers.ts'
import { answers, Id, Pin } from './call.ts'
import type { AuditPage, AuditVerdict, StaffLine } from './staff-answers.ts'

const name = typedLine(100).min(1)

/** Calls about who may sign in, the lock of the window, and the chain of what was done. */
export const staffCalls = {
  'staff.list': { input: z.strictObject({}), who: 'people', ...answers<StaffLine[]>() },
  'staff.add': {
    input: z.strictObject({ name, role: Role, pin: Pin, ownPin: Pin }),
    who: 'people',
    ...answers<StaffLine[]>(),
  },
  'staff.edit': {
    input: z.strictObject({ id: Id, name, role: Role, active: z.boolean(), ownPin: Pin }),
    who: 'people',
    ...answers<StaffLine[]>(),
  },
  'staff.resetPin': {
    input: z.strictObject({ id: Id, pin: Pin, ownPin: Pin }),
    who: 'people',
    ...answers<StaffLine[]>(),
  },
  'session.changePin': {
    input: z.strictObject({ old: Pin, new: Pin }),
    who: 'signed-in',
    ...answers<AppState>(),
  },
  'session.lock': { input: z.strictObject({}), who: 'signed-in', ...answers<AppState>() },
  'session.setLock': {
    input: z.strictObject({
      minutes: z.number().int().min(lockMinutes.least).max(lockMinutes.most),
    }),
    who: 'people',
    ...answers<AppState>(),
  },
  'audit.list': {
    input: z.strictObject({
      before: Id.nullable(),
      from: IsoDay.nullable(),
      to: IsoDay.nullable(),
      actor: z.string().max(100).nullable(),
      area: z.string().max(40).nullable(),
      subject: z.string().max(100).nullable(),
    }),
    who: 'audit',
    ...answers<AuditPage>(),
  },
  'audit.verify': { input: z.strictObject({}), who: 'audit', ...answers<AuditVerdict>() },
} as const
