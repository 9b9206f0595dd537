import type { Page } from '@playwright/test'
import type { CallAnswer, CallInput, CallName, CallReply } from '#core/contract.ts'

type Raquan = { raquan: { call: (name: string, input: unknown) => Promise<CallReply<unknown>> } }

/** Makes a call from inside the window, over the app's own bridge; a refusal is answered as such. */
export function callIn<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallReply<CallAnswer<N>>> {
  const ask = ([name, input]: [string, unknown]) =>
    (globalThis as unknown as Raquan).raquan.call(name, input)
  return page.evaluate(ask, [name, input] as [string, unknown]) as Promise<CallReply<CallAnswer<N>>>
}
