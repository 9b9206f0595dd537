import { useState } from 'react'
import type { AppState, SummaryExported } from '#core/contract.ts'
import type { Span } from '#core/period.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { useSay } from '../../language.tsx'
import { SigningForm } from '../signing/signing-form.tsx'
import { useSigning } from '../signing/use-signing.ts'
import { AnnexChoice } from './annex-choice.tsx'
import { Stick } from './stick.tsx'

type SignFormProps = {
  span: Span
  pool: boolean
  /** What is different from a first closing, or null. */
  note: string | null
  state: AppState
  onWritten: (done: { written: SummaryExported; folder: string }) => void
  onCancel: () => void
}

const words = { now: texts.summary.signNow, working: texts.summary.signing }

/** Closes and signs a period: the head's PIN, the key, the folder, and whether lists go along. */
export function SignForm({ span, pool, note, state, onWritten, onCancel }: SignFormProps) {
  const say = useSay()
  const act = useAct('summary.export')
  const [annexFor, setAnnexFor] = useState<string | null>(null)
  const form = useSigning({
    state,
    act,
    onSign: ({ headId, pin, key, folder }, onError) =>
      act.mutate(
        { ...span, pool, headId, pin, key, folder, ...(annexFor && { annexFor }) },
        { onSuccess: (written) => onWritten({ written, folder }), onError },
      ),
  })
  const { folder } = form.typed
  return (
    <SigningForm
      form={form}
      label={say(texts.periods.sign)}
      note={note ?? say(texts.summary.signText)}
      words={words}
      onCancel={onCancel}
    >
      <AnnexChoice
        value={annexFor}
        onChange={(chosen) => {
          act.reset()
          setAnnexFor(chosen)
        }}
      />
      {folder && <Stick folder={folder} sequence={null} />}
    </SigningForm>
  )
}
