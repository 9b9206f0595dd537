import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { BackupCard } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { isPin } from '#core/pin.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { Failed, Sheet } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { useSetState } from '../../use-app-state.ts'
import { JobBar, useJob } from './job-bar.tsx'
import { momentOf } from './times.ts'

const { backup } = texts

/** Brings an office back from a backup and its recovery code; `withPin` where one is open and whole. */
export function RestoreForm({
  withPin = false,
  onRestored,
}: {
  withPin?: boolean
  onRestored?: () => void
}) {
  const say = useSay()
  const show = useSetState()
  const list = useAct('restore.list')
  const run = useAct('restore.run')
  const { job, work, begin } = useJob()
  const state = useCall('app.state', {})
  const unfit = state.data?.unfitPlace ?? null
  const [dataDir, setDataDir] = useState<string | null>(null)
  const [folder, setFolder] = useState<string | null>(null)
  const [chosen, setChosen] = useState('')
  const [typed, setTyped] = useState({ code: '', pin: '' })
  const found = (list.data ?? []).filter(({ verdict }) => verdict === 'whole')
  const pick = (path: string) => {
    setFolder(path)
    list.mutate(
      { folder: path },
      {
        onSuccess: (cards) =>
          setChosen(cards.find(({ verdict }) => verdict === 'whole')?.folder ?? ''),
      },
    )
  }
  const placed = unfit === null || dataDir !== null
  const typedAll = typed.code.trim() !== '' && (!withPin || isPin(typed.pin))
  const ready = chosen !== '' && placed && typedAll
  const start = () => {
    if (!ready) return
    const order = {
      job: begin(),
      backup: chosen,
      recoveryCode: typed.code.trim(),
      ownPin: withPin ? typed.pin : null,
      dataDir: unfit === null ? null : dataDir,
    }
    run.mutate(order, {
      onSuccess: ({ state }) => {
        show(state)
        onRestored?.()
      },
    })
  }
  return (
    <Sheet title={say(backup.restore)}>
      <EnterForm label={say(backup.restore)} onSubmit={start}>
        <Stack gap="xs">
          <Text size="sm">{say(backup.restoreText)}</Text>
          <PathBox
            label={say(backup.chooseBackup)}
            ask={{ call: 'app.chooseFolder', purpose: 'backup' }}
            value={folder}
            onChange={pick}
          />
          {unfit && (
            <PathBox
              label={say(backup.into)}
              ask={{ call: 'app.chooseFolder', purpose: 'data' }}
              value={dataDir}
              onChange={setDataDir}
            />
          )}
          {list.error && <Failed error={list.error} />}
          {list.data && found.length === 0 && <Text size="sm">{say(backup.none)}</Text>}
          {found.length > 0 && (
            <BoxRow>
              <ChoiceBox
                label={say(backup.which)}
                value={chosen}
                width={30}
                options={found.map((card) => ({ value: card.folder, label: inWords(card, say) }))}
                onChange={setChosen}
              />
              <TextBox
                label={say(backup.code)}
                width={24}
                value={typed.code}
                onChange={(code) => setTyped((now) => ({ ...now, code }))}
                maxLength={100}
              />
              {withPin && (
                <TextBox
                  label={say(backup.ownPin)}
                  width={14}
                  grow={0}
                  value={typed.pin}
                  onChange={(pin) => setTyped((now) => ({ ...now, pin }))}
                  secret
                  maxLength={64}
                />
              )}
              <Button type="submit" size="md" disabled={!ready} loading={run.isPending}>
                {say(backup.run)}
              </Button>
            </BoxRow>
          )}
          {run.isPending && <JobBar job={job} work={work} />}
          {run.error && <Failed error={run.error} />}
        </Stack>
      </EnterForm>
    </Sheet>
  )
}

function inWords(
  { madeAt, office, people, enrolments, name }: BackupCard,
  say: ReturnType<typeof useSay>,
): string {
  if (madeAt === null) return name
  const holds = say(backup.holds, {
    people: formatMoney(people ?? 0),
    enrolments: formatMoney(enrolments ?? 0),
  })
  return `${momentOf(madeAt)} – ${office?.name ?? name} – ${holds}`
}
