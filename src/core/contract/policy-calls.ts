import { z } from 'zod'
import { OfficePolicyForm } from '../office-policy.ts'
import { IsoDay } from '../person.ts'
import type { PolicyCard } from '../policy-view.ts'
import { answers, Id, Pin } from './call.ts'

/**
 * The policy of the office: rules in force on a day, what the office entered, the rows that wait for
 * its word, and the BHYT groups it may give local support to.
 */
export type PolicyRead = {
  rows: PolicyCard[]
  pending: (PolicyCard & { confirmed: boolean })[]
  form: OfficePolicyForm
  groups: { group: string; label: string }[]
  /** Whether the office still has to enter the rates of local support, or a yield, of that day. */
  lacks: { local: boolean; yield: boolean }
}

/** Calls about the rules amounts rest on. */
export const policyCalls = {
  'policy.read': {
    input: z.strictObject({ on: IsoDay }),
    who: 'look',
    ...answers<PolicyRead>(),
  },
  'policy.save': {
    input: z.strictObject({ form: OfficePolicyForm, headId: Id, pin: Pin }),
    who: 'work',
    ...answers<OfficePolicyForm>(),
  },
} as const
