import { useState } from 'react'
import type { Phrase } from '#core/messages.ts'
import { isPin } from '#core/pin.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../api.ts'
import { useSay } from '../language.tsx'
import { BoxRow, ChoiceBox, TextBox } from './box.tsx'

const { privacy, common, signIn, summary } = texts

/** What is typed into the boxes of a head's word: which head, the PIN, and why. */
export type HeadWord = ReturnType<typeof useHeadWord>

/**
 * The head on whose word something is done. `read()` answers head, PIN and reason once all are there,
 * and else shows what is missing and answers null.
 */
export function useHeadWord({ asksWhy = true }: { asksWhy?: boolean } = {}) {
  const state = useCall('app.state', {})
  const heads = (state.data?.staff ?? []).filter(({ role }) => role === 'head')
  const own = state.data?.session
  const first = own?.role === 'head' ? own.id : heads[0]?.id
  const [typed, setTyped] = useState({ head: '', pin: '', reason: '' })
  const [tried, setTried] = useState(false)
  const headId = Number(typed.head || first || 0)
  const reason = typed.reason.trim()
  return {
    heads,
    headId,
    typed,
    tried,
    asksWhy,
    set: (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change })),
    read: () => {
      setTried(true)
      if (headId === 0 || !isPin(typed.pin) || (asksWhy && reason === '')) return null
      return { headId, pin: typed.pin, reason }
    },
  }
}

/** The boxes of a head's word; `reason` names what is asked for there, `first` begins there. */
export function HeadBoxes({ word, reason = privacy.reason, first = false }: HeadBoxesProps) {
  const say = useSay()
  const { heads, headId, typed, tried, asksWhy, set } = word
  return (
    <>
      {asksWhy && (
        <TextBox
          label={say(reason)}
          value={typed.reason}
          onChange={(text) => set({ reason: text })}
          error={tried && typed.reason.trim() === '' ? say(privacy.reasonMissing) : null}
          strict
          autoFocus={first}
          maxLength={500}
        />
      )}
      <BoxRow>
        <ChoiceBox
          label={say(privacy.head)}
          value={headId === 0 ? '' : String(headId)}
          options={heads.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...(headId === 0 && { empty: say(heads.length > 0 ? common.choose : summary.noHead) })}
          onChange={(head) => set({ head })}
        />
        <TextBox
          label={say(privacy.pin)}
          value={typed.pin}
          onChange={(pin) => set({ pin })}
          error={tried && !isPin(typed.pin) ? say(signIn.pinShape) : null}
          strict
          secret
          maxLength={64}
        />
      </BoxRow>
    </>
  )
}

type HeadBoxesProps = { word: HeadWord; reason?: Phrase; first?: boolean }
