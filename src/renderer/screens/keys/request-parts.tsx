import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { Failed, Notice, Sheet } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { CertificateView } from './certificate-view.tsx'

const shortestPassword = 4

/** Makes a new key and the request for its certificate. */
export function RequestPart() {
  const say = useSay()
  const { keys } = texts
  const act = useAct('signing.request')
  const [folder, setFolder] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  return (
    <Sheet title={say(keys.request)}>
      <Stack gap="xs">
        <Text size="sm">{say(keys.requestText)}</Text>
        <PathBox
          label={say(keys.folder)}
          path="requestFolder"
          ask={{ call: 'app.chooseFolder', purpose: 'export' }}
          value={folder}
          onChange={setFolder}
        />
        <TextBox
          label={say(keys.newPassword)}
          path="newPassword"
          secret
          maxLength={200}
          value={password}
          onChange={setPassword}
        />
        {act.error && <Failed error={act.error} />}
        {act.data && <Notice tone="leaf">{say(keys.requestDone, act.data)}</Notice>}
        <div>
          <Button
            loading={act.isPending}
            disabled={folder === null || password.length < shortestPassword}
            onClick={() => folder && act.mutate({ folder, password })}
          >
            {say(keys.makeRequest)}
          </Button>
        </div>
      </Stack>
    </Sheet>
  )
}

/** Joins an issued certificate with the key it was asked for. */
export function InstallPart() {
  const say = useSay()
  const { keys } = texts
  const act = useAct('signing.install')
  const [keyFile, setKeyFile] = useState<string | null>(null)
  const [certificateFile, setCertificateFile] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  return (
    <Sheet title={say(keys.install)}>
      <Stack gap="xs">
        <PathBox
          label={say(keys.keyFile)}
          path="installKey"
          ask={{ call: 'app.chooseFile', purpose: 'key' }}
          value={keyFile}
          onChange={setKeyFile}
        />
        <TextBox
          label={say(keys.password)}
          path="installPassword"
          secret
          maxLength={200}
          value={password}
          onChange={setPassword}
        />
        <PathBox
          label={say(keys.certificateFile)}
          path="installCertificate"
          ask={{ call: 'app.chooseFile', purpose: 'certificate' }}
          value={certificateFile}
          onChange={setCertificateFile}
        />
        {act.error && <Failed error={act.error} />}
        {act.data && (
          <>
            <Notice tone="leaf">{say(keys.installDone, { keyFile: act.data.keyFile })}</Notice>
            <CertificateView card={act.data.certificate} />
          </>
        )}
        <div>
          <Button
            loading={act.isPending}
            disabled={keyFile === null || certificateFile === null}
            onClick={() =>
              keyFile && certificateFile && act.mutate({ keyFile, password, certificateFile })
            }
          >
            {say(keys.installNow)}
          </Button>
        </div>
      </Stack>
    </Sheet>
  )
}
