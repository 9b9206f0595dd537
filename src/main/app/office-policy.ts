import type { CallAnswer, CallInput } from '#core/contract.ts'
import type { IsoDate } from '#core/date.ts'
import { formOf, makeOfficePolicy, policyChanges } from '#core/office-policy.ts'
import { adaptPolicy, OfficePolicy, type Policy } from '#core/policy.ts'
import { rowOn } from '#core/policy-row.ts'
import { listPending, listPolicy } from '#core/policy-view.ts'
import { ok, type Result } from '#core/result.ts'
import type { Db } from '../db/kysely.ts'
import { readSetting, writeSetting } from '../db/office.ts'
import { change, type Office } from './office.ts'
import { confirmHead } from './session.ts'

const settingKey = 'policy'

/** What the office added to the shipped policy, from its store; nothing at first. */
export async function readOwnPolicy(db: Db): Promise<OfficePolicy> {
  return OfficePolicy.parse(JSON.parse((await readSetting(db, settingKey)) ?? '{}'))
}

/** The rules every price of an office rests on: the shipped policy with what the office added. */
export function policyOf(office: Office): Policy {
  return adaptPolicy(office.ground.policy, office.ownPolicy)
}

/** The rules in force on a day with what the office entered and still has to enter. */
export function readPolicyOn(office: Office, on: IsoDate): CallAnswer<'policy.read'> {
  const { ground, ownPolicy } = office
  const policy = policyOf(office)
  const { supports } = ground.policy.health
  const groups = new Map(supports.map(({ value: { group, label } }) => [group, label]))
  const local = [
    rowOn(policy.voluntary.localSupport, on)?.value,
    rowOn(policy.health.localSupports, on)?.value,
  ]
  return {
    rows: listPolicy(policy, on),
    pending: listPending(ground.policy, ownPolicy.confirmed),
    form: formOf(ownPolicy),
    groups: [...groups].map(([group, label]) => ({ group, label })),
    lacks: {
      local: local.some((rates) => rates && isOpen(rates)),
      yield: rowOn(policy.voluntary.yields, on) === null,
    },
  }
}

function isOpen({ province: _, group: __, ...rates }: Record<string, unknown>): boolean {
  return Object.values(rates).every((rate) => rate === null)
}

/**
 * Keeps what the head entered, in place of what was there. It counts for prices asked from now on;
 * amounts already stored stay as they were.
 */
export async function saveOwnPolicy(
  office: Office,
  { form, headId, pin }: CallInput<'policy.save'>,
): Promise<Result<CallAnswer<'policy.save'>>> {
  const made = makeOfficePolicy(form, office.ground.policy)
  if (!made.ok) return made
  const head = await confirmHead(office, headId, pin)
  if (!head.ok) return head
  const { id, name, role } = head.value
  const next = made.value
  await change(office, { id, name, role }, async (db, audit) => {
    const changes = policyChanges(await readOwnPolicy(db), next)
    if (Object.keys(changes).length === 0) return
    await writeSetting(db, settingKey, JSON.stringify(next))
    await audit({ event: 'policy.changed', subject: 'office', detail: { changes } })
  })
  office.ownPolicy = next
  return ok(formOf(next))
}
