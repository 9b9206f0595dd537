import { Button, Group, Text } from '@mantine/core'
import { texts } from '#core/texts.ts'
import { useAct } from '../../../api.ts'
import { Failed, Notice, Sheet } from '../../../components/page.tsx'
import { useSay } from '../../../language.tsx'

const { privacy } = texts

/** Saves what helpers need to know of this installation, without anybody's data. */
export function HelpPart() {
  const say = useSay()
  const act = useAct('app.diagnostics')
  return (
    <Sheet title={say(privacy.helpPart)}>
      <Text size="sm" mb="xs">
        {say(privacy.diagnosticsText)}
      </Text>
      <Group>
        <Button loading={act.isPending} onClick={() => act.mutate({})}>
          {say(privacy.diagnostics)}
        </Button>
      </Group>
      {act.error && <Failed error={act.error} />}
      {act.data && (
        <div role="status">
          <Notice tone="leaf">{say(privacy.diagnosticsSaved, act.data)}</Notice>
        </div>
      )}
    </Sheet>
  )
}
