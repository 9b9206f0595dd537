import { Button, Group, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Empty, Failed, Loading, Page, Sheet } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { VerdictView } from './verdict-view.tsx'

/** Checks a summary file: whole or not, who signed it, for which unit and period. */
export function Verify() {
  const say = useSay()
  const { verify } = texts
  const act = useAct('summary.verify')
  const [file, setFile] = useState<string | null>(null)
  const [trust, setTrust] = useState<string | null>(null)
  const check = (path: string | null, folder: string | null) => {
    if (path) act.mutate({ file: path, trust: folder })
  }
  useKeys([{ key: 'ctrl+Enter', label: verify.verify, run: () => check(file, trust) }])
  return (
    <Page title={verify.title}>
      <Sheet>
        <Text size="sm" mb="xs">
          {say(verify.intro)}
        </Text>
        <Group grow align="stretch" gap="xs">
          <PathBox
            label={say(verify.file)}
            path="file"
            ask={{ call: 'app.chooseFile', purpose: 'summary' }}
            value={file}
            onChange={(path) => {
              setFile(path)
              check(path, trust)
            }}
          />
          <PathBox
            label={say(verify.trust)}
            path="trust"
            ask={{ call: 'app.chooseFolder', purpose: 'trust' }}
            value={trust}
            onChange={(folder) => {
              setTrust(folder)
              check(file, folder)
            }}
          />
        </Group>
        <Group justify="space-between" mt="xs">
          <Text size="sm">{say(verify.trustHint)}</Text>
          <Group gap="xs">
            {trust && (
              <Button variant="default" onClick={() => setTrust(null)}>
                {say(verify.noTrust)}
              </Button>
            )}
            <Button
              disabled={file === null}
              loading={act.isPending}
              leftSection={<IconShieldCheck size={16} aria-hidden />}
              onClick={() => check(file, trust)}
            >
              {say(verify.verify)}
            </Button>
          </Group>
        </Group>
      </Sheet>
      {act.isPending && <Loading label={say(verify.verifying)} />}
      {act.error && <Failed error={act.error} />}
      {act.data && <VerdictView verdict={act.data} />}
      {act.isIdle && <Empty title={say(verify.nothing)} />}
    </Page>
  )
}
