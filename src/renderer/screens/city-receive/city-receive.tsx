import { Button, Group, Progress, Text } from '@mantine/core'
import { IconFile, IconFileImport, IconFolder, IconPlayerStop } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import type { AppState } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { Empty, Failed, Notice, Page, Sheet } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import css from './city-receive.module.css'
import { useReceive } from './use-receive.ts'
import { VerdictList } from './verdict-list.tsx'

const { cityReceive } = texts

/** Takes the units' files in: drop or choose them, then a verdict on each. */
export function CityReceive({ state }: { state: AppState }) {
  const say = useSay()
  const receive = useReceive()
  const { received, working } = receive
  useKeys([
    { key: 'alt+m', label: cityReceive.folder, run: () => void receive.choose('folder') },
    { key: 'alt+t', label: cityReceive.file, run: () => void receive.choose('file') },
  ])
  return (
    <Page title={cityReceive.title}>
      <DropZone receive={receive} />
      {working && <Working receive={receive} />}
      {receive.error ? <Failed error={receive.error} /> : null}
      {received?.cancelled && <Notice>{say(cityReceive.cancelled)}</Notice>}
      {received && !working && (
        <>
          <Counts counts={received.counts} />
          <Sheet title={say(cityReceive.result)}>
            <VerdictList verdicts={received.verdicts} />
          </Sheet>
        </>
      )}
      {!received && !working && !receive.error && (
        <Empty title={say(cityReceive.nothing)}>
          <Text size="sm">
            {say(cityReceive.nothingHint, { folder: `${state.dataDir}/trust` })}
          </Text>
        </Empty>
      )}
    </Page>
  )
}

type ReceiveProps = { receive: ReturnType<typeof useReceive> }

function DropZone({ receive }: ReceiveProps) {
  const say = useSay()
  const [over, setOver] = useState(false)
  const hold = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void receive.drop([...event.dataTransfer.files])
  }
  return (
    <section
      className={css.drop}
      data-over={over || undefined}
      aria-label={say(cityReceive.drop)}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileImport size={40} stroke={1.4} aria-hidden />
      <div className={css.words}>
        <strong>{say(over ? cityReceive.dropNow : cityReceive.drop)}</strong>
        <Text size="sm">{say(cityReceive.or)}</Text>
      </div>
      <Group gap="xs">
        <Button
          disabled={receive.working}
          leftSection={<IconFolder size={16} aria-hidden />}
          onClick={() => void receive.choose('folder')}
        >
          {say(cityReceive.folder)}
        </Button>
        <Button
          variant="default"
          disabled={receive.working}
          leftSection={<IconFile size={16} aria-hidden />}
          onClick={() => void receive.choose('file')}
        >
          {say(cityReceive.file)}
        </Button>
      </Group>
    </section>
  )
}

function Working({ receive }: ReceiveProps) {
  const say = useSay()
  const { done = 0, total = 0 } = receive.progress ?? {}
  const label =
    total === 0
      ? say(cityReceive.starting)
      : say(cityReceive.working, { done: formatMoney(done), total: formatMoney(total) })
  return (
    <Sheet>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {label}
        </Text>
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={receive.stop}
        >
          {say(cityReceive.cancel)}
        </Button>
      </Group>
      <Progress value={total === 0 ? 0 : (done / total) * 100} mt="xs" aria-label={label} />
    </Sheet>
  )
}

function Counts({
  counts,
}: {
  counts: NonNullable<ReceiveProps['receive']['received']>['counts']
}) {
  const say = useSay()
  return (
    <dl className={css.counts} aria-live="polite">
      {(['taken', 'refused', 'already', 'outdated'] as const).map((outcome) => (
        <div key={outcome} data-outcome={outcome} data-none={counts[outcome] === 0 || undefined}>
          <dt>{say(cityReceive[outcome])}</dt>
          <dd>{formatMoney(counts[outcome])}</dd>
        </div>
      ))}
    </dl>
  )
}
