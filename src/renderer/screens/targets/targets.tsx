import { useState } from 'react'
import { type PlanEntry, PlanPart } from '#core/target-plan.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { Confirm } from '../../components/dialog.tsx'
import { Answer, Failed, Notice, Page } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { ImportPart } from './import-part.tsx'
import { PlanPartTable } from './plan-part.tsx'

type Editing = { part: PlanPart; row: PlanEntry['row'] | null }
type Removing = { part: PlanPart; key: string; name: string }

/** Campaigns, targets, assigned numbers, sizes of the area and the coverage plan, entered by the head. */
export function TargetsScreen({ today, mayEdit }: { today: string; mayEdit: boolean }) {
  const say = useSay()
  const { targets } = texts
  const query = useCall('targets.read', {}, { keep: true })
  const [editing, setEditing] = useState<Editing | null>(null)
  const [removing, setRemoving] = useState<Removing | null>(null)
  const remove = useAct('targets.remove')
  return (
    <Page title={targets.title}>
      {!mayEdit && <Notice>{say(targets.headOnly)}</Notice>}
      {remove.error && <Failed error={remove.error} />}
      <Answer query={query}>
        {(read) => (
          <>
            {mayEdit && <ImportPart read={read} />}
            {PlanPart.options.map((part) => (
              <PlanPartTable
                key={part}
                {...{ part, read, mayEdit }}
                onEdit={(row) => setEditing({ part, row })}
                onRemove={(key, name) => setRemoving({ part, key, name })}
              />
            ))}
            {editing && (
              <EntryDialog {...editing} {...{ read, today }} onClose={() => setEditing(null)} />
            )}
          </>
        )}
      </Answer>
      {removing && (
        <Confirm
          title={targets.removeTitle}
          text={{
            vi: targets.removeText.vi.replace('{name}', removing.name),
            en: targets.removeText.en.replace('{name}', removing.name),
          }}
          yes={targets.remove}
          no={targets.keep}
          onYes={() => {
            remove.mutate({ part: removing.part, key: removing.key })
            setRemoving(null)
          }}
          onNo={() => setRemoving(null)}
        />
      )}
    </Page>
  )
}
