import { Stack, Text } from '@mantine/core'
import type { AppState, BackupStand } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useCall } from '../../api.ts'
import { Answer, Notice, Sheet } from '../../components/page.tsx'
import { useSay, useSayError } from '../../language.tsx'
import { BackupNow } from './backup-now.tsx'
import { EscrowForm } from './escrow-form.tsx'
import { NewCodeForm } from './new-code-form.tsx'
import { PlaceTable } from './place-table.tsx'
import { PlanForm } from './plan-form.tsx'
import { RehearsalForm } from './rehearsal-form.tsx'
import { RestoreForm } from './restore-form.tsx'

const { backup } = texts

/** Backups of the office: where they go, what stands there, and the ways back from them. */
export function BackupPart({ state }: { state: AppState }) {
  const sayError = useSayError()
  const stand = useCall('backup.read', {}, { fresh: true })
  const isHead = state.session?.rights.includes('approve') === true
  return (
    <Answer query={stand}>
      {(now) => (
        <Stack gap="sm">
          {state.unfitPlace && <Notice>{sayError(new ProblemError(state.unfitPlace))}</Notice>}
          <Places stand={now} onChange={() => void stand.refetch()} />
          <RehearsalForm disabled={now.places.every(({ backups }) => backups.length === 0)} />
          <RestoreForm withPin />
          {isHead && <NewCodeForm />}
          {isHead && <EscrowForm escrow={now.escrow} onChange={() => void stand.refetch()} />}
        </Stack>
      )}
    </Answer>
  )
}

function Places({ stand, onChange }: { stand: BackupStand; onChange: () => void }) {
  const say = useSay()
  return (
    <>
      <Sheet title={say(backup.title)}>
        <Text size="sm" mb="xs">
          {say(backup.text)}
        </Text>
        {stand.places.length === 0 ? (
          <Notice>{say(backup.noPlace)}</Notice>
        ) : (
          <>
            <BackupNow stand={stand} onDone={onChange} />
            {stand.places.map((card) => (
              <PlaceTable key={card.place} card={card} />
            ))}
          </>
        )}
      </Sheet>
      <PlanForm key={JSON.stringify(stand.plan)} plan={stand.plan} onSaved={onChange} />
    </>
  )
}
