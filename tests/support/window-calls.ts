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

/** The bytes of a paper, as the window shows it. */
export async function bytesOf(page: Page, documentId: string): Promise<Uint8Array> {
  const ask = async (id: string) => {
    const { call } = (globalThis as unknown as Raquan).raquan
    const reply = await call('paper.bytes', { documentId: id })
    return Array.from(reply.ok ? (reply.value as Uint8Array) : [])
  }
  return Uint8Array.from(await page.evaluate(ask, documentId))
}
