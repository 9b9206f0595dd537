import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { KeyChoice } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { Failed, Notice, Sheet } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'

/** Lets the present key introduce a new certificate; `choice` is null until a key is chosen above. */
export function IntroducePart({ choice }: { choice: KeyChoice | null }) {
  const say = useSay()
  const { keys } = texts
  const act = useAct('signing.introduce')
  const [certificateFile, setCertificateFile] = useState<string | null>(null)
  const [folder, setFolder] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const order = choice &&
    certificateFile &&
    folder &&
    reason.trim() && { key: choice, certificateFile, reason, folder }
  return (
    <Sheet title={say(keys.introduce)}>
      <Stack gap="xs">
        <Text size="sm">{say(keys.introduceText)}</Text>
        <PathBox
          label={say(keys.newCertificate)}
          path="newCertificate"
          ask={{ call: 'app.chooseFile', purpose: 'certificate' }}
          value={certificateFile}
          onChange={setCertificateFile}
        />
        <TextBox
          label={say(keys.reason)}
          path="reason"
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
        <PathBox
          label={say(keys.introduceFolder)}
          path="introduceFolder"
          ask={{ call: 'app.chooseFolder', purpose: 'export' }}
          value={folder}
          onChange={setFolder}
        />
        {act.error && <Failed error={act.error} />}
        {act.data && <Notice tone="leaf">{say(keys.introduceDone, act.data)}</Notice>}
        <div>
          <Button
            loading={act.isPending}
            disabled={!order}
            onClick={() => order && act.mutate(order)}
          >
            {say(keys.introduceNow)}
          </Button>
        </div>
      </Stack>
    </Sheet>
  )
}
