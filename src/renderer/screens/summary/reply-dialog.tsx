import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ReplyOpened } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { Reasons } from './reasons.tsx'
import { nameSpan } from './say-span.ts'

/** Opens a receipt or findings file of the city. */
export function ReplyDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { periods } = texts
  const act = useAct('reply.open')
  const [file, setFile] = useState<string | null>(null)
  const [trust, setTrust] = useState<string | null>(null)
  const open = (path: string | null, folder: string | null) => {
    if (path) act.mutate({ file: path, trust: folder })
  }
  return (
    <Dialog title={say(periods.openReply)} onClose={onClose} size="lg">
      <Stack gap="sm">
        <Text size="sm">{say(periods.replyText)}</Text>
        <PathBox
          label={say(periods.replyFile)}
          path="file"
          ask={{ call: 'app.chooseFile', purpose: 'summary' }}
          value={file}
          onChange={(path) => {
            setFile(path)
            open(path, trust)
          }}
        />
        <PathBox
          label={say(periods.replyTrust)}
          path="trust"
          ask={{ call: 'app.chooseFolder', purpose: 'trust' }}
          value={trust}
          onChange={(folder) => {
            setTrust(folder)
            open(file, folder)
          }}
        />
        {act.error && <Failed error={act.error} />}
        {act.data && <Opened opened={act.data} />}
        <Group justify="flex-end">
          <Button onClick={onClose}>{say(texts.common.close)}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function Opened({ opened }: { opened: ReplyOpened }) {
  const say = useSay()
  const language = useLanguage()
  const { periods } = texts
  const accepted = opened.verdict === 'accepted'
  const { issuedAt, issuedBy, signer, reasons } = opened
  const answer = {
    ...{ verdict: opened.verdict, reasons, issuedAt },
    issuedBy,
    signer,
    receivedAt: '',
  }
  return (
    <div role="status">
      <Notice tone={accepted ? 'leaf' : 'lamp'}>
        <strong>
          {say(accepted ? periods.replyAccepted : periods.replyReturned, {
            span: nameSpan(opened.period, language),
          })}
        </strong>
        <Reasons answers={[answer]} />
        {opened.notices.map((notice) => (
          <div key={notice}>{notice}</div>
        ))}
      </Notice>
    </div>
  )
}
