import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { SigningOverview } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { Empty, Failed, Notice, Sheet } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { CertificateView } from './certificate-view.tsx'

type PartProps = { signing: SigningOverview; mayChange: boolean; onChanged: () => void }

/** The certificates and revocation lists this office believes, and a way to add one. */
export function TrustPart({ signing, mayChange, onChanged }: PartProps) {
  const say = useSay()
  const { keys } = texts
  const act = useAct('trust.add')
  const day = (instant: string | null) => (instant ? formatDate(instant.slice(0, 10)) : '…')
  return (
    <Sheet title={say(keys.trust)}>
      <Stack gap="xs">
        {signing.trusted.length === 0 && <Empty title={say(keys.noTrust)} />}
        <div>
          {signing.trusted.map((card) => (
            <CertificateView key={card.fingerprint} card={card} />
          ))}
        </div>
        {signing.revocations.length > 0 && <Text fw={600}>{say(keys.revocations)}</Text>}
        {signing.revocations.map(({ issuer, thisUpdate, nextUpdate }) => (
          <Text key={`${issuer} ${thisUpdate}`} size="sm">
            {say(keys.revocation, { issuer, from: day(thisUpdate), to: day(nextUpdate) })}
          </Text>
        ))}
        {mayChange && (
          <PathBox
            label={say(keys.trustFile)}
            path="trustFile"
            ask={{ call: 'app.chooseFile', purpose: 'trust' }}
            value={act.variables?.file ?? null}
            onChange={(file) => act.mutate({ file }, { onSuccess: onChanged })}
          />
        )}
        {act.error && <Failed error={act.error} />}
      </Stack>
    </Sheet>
  )
}

/** The time-stamp server, off while empty. */
export function StampPart({ signing, mayChange, onChanged }: PartProps) {
  const say = useSay()
  const { keys } = texts
  const act = useAct('signing.useStampServer')
  const [address, setAddress] = useState(signing.stampServer ?? '')
  const save = () =>
    act.mutate({ address: address.trim() === '' ? null : address.trim() }, { onSuccess: onChanged })
  return (
    <Sheet title={say(keys.stamp)}>
      <Stack gap="xs">
        <Text size="sm">{say(keys.stampText)}</Text>
        <TextBox
          label={say(keys.stampServer)}
          path="stampServer"
          maxLength={300}
          disabled={!mayChange}
          value={address}
          onChange={setAddress}
        />
        {act.error && <Failed error={act.error} />}
        {act.isSuccess && <Notice tone="leaf">{say(keys.saved)}</Notice>}
        {mayChange && (
          <div>
            <Button variant="default" loading={act.isPending} onClick={save}>
              {say(keys.save)}
            </Button>
          </div>
        )}
      </Stack>
    </Sheet>
  )
}
