import { Button, Group, Kbd } from '@mantine/core'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { undoRemove } from './change.ts'
import { draftStore, type EnrolForm } from './draft.ts'
import type { Saved } from './use-save.ts'

type SavedNoteProps = { saved: Saved; onPrint: () => void; onClose: () => void }

/** What was just saved, and one key to print it. */
export function SavedNote({ saved, onPrint, onClose }: SavedNoteProps) {
  const say = useSay()
  useKeys([{ key: 'ctrl+p', label: texts.enrol.print, run: onPrint }])
  return (
    <div role="status">
      <Notice tone="leaf">
        <Group justify="space-between" gap="xs">
          <strong>
            {say(texts.enrol.saved, {
              n: saved.enrolmentIds.length,
              ids: saved.enrolmentIds.join(', '),
              household: saved.household,
              payer: formatMoney(saved.payer),
            })}
          </strong>
          <Group gap="xs">
            <Button size="compact-sm" onClick={onPrint} rightSection={<Kbd size="xs">Ctrl+P</Kbd>}>
              {say(texts.enrol.print)}
            </Button>
            <Button size="compact-sm" variant="default" onClick={onClose}>
              {say(texts.common.close)}
            </Button>
          </Group>
        </Group>
      </Notice>
    </div>
  )
}

/** What was done with a draft. */
export function SheetNote({ said, onClose }: { said: string; onClose: () => void }) {
  const say = useSay()
  return (
    <div role="status">
      <Notice tone="leaf">
        <Group justify="space-between" gap="xs">
          {said}
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {say(texts.common.close)}
          </Button>
        </Group>
      </Notice>
    </div>
  )
}

/** The row just removed, and one key to put it back. */
export function RemovedNote({ removed }: { removed: NonNullable<EnrolForm['removed']> }) {
  const say = useSay()
  const undo = () => draftStore.update(undoRemove)
  useKeys([{ key: 'alt+z', label: texts.common.undo, run: undo }])
  return (
    <div role="status">
      <Notice>
        <Group justify="space-between" gap="xs">
          {say(texts.enrol.removed, { name: removed.member.name || say(texts.enrol.unnamed) })}
          <Button
            size="compact-sm"
            variant="default"
            onClick={undo}
            rightSection={<Kbd size="xs">Alt+Z</Kbd>}
          >
            {say(texts.common.undo)}
          </Button>
        </Group>
      </Notice>
    </div>
  )
}
