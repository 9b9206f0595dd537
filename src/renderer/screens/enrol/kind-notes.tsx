import type { Priced } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { BoxRow, TextBox } from '../../components/box.tsx'
import { useSay } from '../../language.tsx'
import type { RowBoxes } from './member-row.tsx'

type NotesProps = RowBoxes & { priced: Priced['members'][number] | undefined }

const schemes = [
  { part: 'bhxh', scheme: 'bhxh-tn', kind: 'bhxhKind', note: 'bhxhNote' },
  { part: 'bhyt', scheme: 'bhyt-hgd', kind: 'bhytKind', note: 'bhytNote' },
] as const

/** Asks why a kind was chosen against what the rules say, and repeats what they say. */
export function KindNotes({ member, set, box, priced }: NotesProps) {
  const say = useSay()
  return schemes.map(({ part, scheme, kind, note }) => {
    const said = priced?.[part]
    // A kind that follows the rules needs no reason, also while newer amounts are on their way.
    if (!said?.kindNeedsNote || member[kind] === '') return null
    return (
      <BoxRow key={part}>
        <TextBox
          {...box(`${part}.kindNote`)}
          label={say(texts.enrol.kindNote, { scheme: say(texts.terms.schemeShort[scheme]) })}
          echo={said.suggestedReason}
          echoAt="below"
          maxLength={300}
          value={member[note]}
          onChange={(text) => set({ [note]: text })}
        />
      </BoxRow>
    )
  })
}
