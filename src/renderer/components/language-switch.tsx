import { SegmentedControl } from '@mantine/core'
import type { Language } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../api.ts'
import { useSay } from '../language.tsx'
import { useSetState } from '../use-app-state.ts'

/** Vietnamese or English; the choice is kept by the main process. */
export function LanguageSwitch({ language }: { language: Language }) {
  const say = useSay()
  const set = useAct('app.setLanguage')
  const show = useSetState()
  return (
    <SegmentedControl
      size="xs"
      aria-label={say(texts.shell.language)}
      value={language}
      onChange={(value) => set.mutate({ language: value as Language }, { onSuccess: show })}
      data={[
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ]}
    />
  )
}
