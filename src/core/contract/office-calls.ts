import { z } from 'zod'
import { IsoDay, typedLine } from '../person.ts'
import { type Campaign, Target } from '../target.ts'
import { Role } from '../terms.ts'
import type { AppState, CommuneCard, OfficeCard } from './answers.ts'
import { answers, Id, Pin } from './call.ts'
import type { PaperCard } from './paper-answers.ts'

/** Calls about the app itself, the office, its people and its area. */
export const officeCalls = {
  'app.state': { input: z.strictObject({}), who: 'anyone', ...answers<AppState>() },
  'app.setLanguage': {
    input: z.strictObject({ language: z.enum(['vi', 'en']) }),
    who: 'anyone',
    ...answers<AppState>(),
  },
  'app.chooseFolder': {
    input: z.strictObject({ purpose: z.enum(['data', 'export', 'trust', 'received', 'backup']) }),
    who: 'anyone',
    ...answers<string | null>(),
  },
  'app.chooseFile': {
    input: z.strictObject({
      purpose: z.enum(['key', 'summary', 'certificate', 'trust', 'driver']),
    }),
    who: 'anyone',
    ...answers<string | null>(),
  },
  // Several at once; none when the dialog was closed.
  'app.choosePictures': { input: z.strictObject({}), who: 'work', ...answers<string[]>() },
  'office.choices': {
    input: z.strictObject({ query: z.string().max(100), on: IsoDay }),
    who: 'anyone',
    ...answers<OfficeCard[]>(),
  },
  'office.campaigns': { input: z.strictObject({}), who: 'anyone', ...answers<Campaign[]>() },
  'office.create': {
    input: z.strictObject({
      code: z.string().min(2).max(40),
      on: IsoDay,
      dataDir: z.string().max(1000).nullable(),
      people: z
        .array(z.strictObject({ name: typedLine(100).min(1), role: Role, pin: Pin }))
        .min(2)
        .max(50),
      targets: z.array(Target).max(100),
      practice: z.boolean(),
    }),
    who: 'anyone',
    ...answers<{ recoveryCode: string }>(),
  },
  'office.practice': {
    input: z.strictObject({ code: z.string().min(2).max(40), dataDir: z.string().nullable() }),
    who: 'anyone',
    ...answers<{ recoveryCode: string; people: { name: string; role: Role; pin: string }[] }>(),
  },
  'office.recoverySheet': { input: z.strictObject({}), who: 'anyone', ...answers<PaperCard>() },
  'office.confirmRecovery': {
    input: z.strictObject({ lastGroup: z.string().max(20) }),
    who: 'anyone',
    ...answers<AppState>(),
  },
  'office.unlock': {
    input: z.strictObject({ recoveryCode: z.string().max(100) }),
    who: 'anyone',
    ...answers<AppState>(),
  },
  'office.communes': {
    input: z.strictObject({ on: IsoDay }),
    who: 'look',
    ...answers<CommuneCard[]>(),
  },
  'office.targets': { input: z.strictObject({}), who: 'look', ...answers<Target[]>() },
  'session.start': {
    input: z.strictObject({ staffId: Id, pin: Pin }),
    who: 'anyone',
    ...answers<AppState>(),
  },
  'session.end': { input: z.strictObject({}), who: 'anyone', ...answers<AppState>() },
} as const
