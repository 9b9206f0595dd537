import { Button, Kbd } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { LastAction } from '#core/contract.ts'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Failed } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import css from './person.module.css'

/** Takes back the last thing the clerk did; says beforehand what that is. */
export function UndoPart({ onDone }: { onDone: (said: string) => void }) {
  const last = useCall('app.lastAction', {})
  return last.data ? <Undo action={last.data} onDone={onDone} /> : null
}

function Undo({ action, onDone }: { action: LastAction; onDone: (said: string) => void }) {
  const say = useSay()
  const language = useLanguage()
  const act = useAct('app.undo')
  const { person } = texts
  const { problem } = action
  const what = action.what[language]
  const undo = () => {
    if (problem || act.isPending) return
    act.mutate(
      { id: action.id },
      {
        onSuccess: ({ notices }) =>
          onDone([say(person.undone, { what }), ...notices.map((each) => say(each))].join(' ')),
      },
    )
  }
  useKeys(problem ? [] : [{ key: 'ctrl+z', label: texts.common.undo, run: undo }])
  return (
    <div className={css.undo}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={problem !== null}
        loading={act.isPending}
        onClick={undo}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        rightSection={<Kbd size="xs">Ctrl+Z</Kbd>}
      >
        {say(person.undo, { what })}
      </Button>
      {problem && <span className="soft">{sayProblem(problem, language)}</span>}
      {act.error && <Failed error={act.error} />}
    </div>
  )
}
