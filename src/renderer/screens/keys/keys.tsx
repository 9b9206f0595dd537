import { Button, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppState } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { Answer, Failed, Page, Sheet } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { CertificateView } from './certificate-view.tsx'
import { IntroducePart } from './introduce-part.tsx'
import { KeyPicker } from './key-picker.tsx'
import { firstPicked, type PickedKey, readPicked } from './picked-key.ts'
import { InstallPart, RequestPart } from './request-parts.tsx'
import { StampPart, TrustPart } from './trust-parts.tsx'

/** Keys and certificates: what a key is worth, asking for one, changing it, and whom to believe. */
export function Keys({ state, mayChange }: { state: AppState; mayChange: boolean }) {
  const { keys } = texts
  const practice = state.office?.practice === true
  const [picked, setPicked] = useState<PickedKey>(() => firstPicked(practice))
  const overview = useCall('signing.overview', {})
  const read = readPicked(picked)
  const choice = typeof read === 'string' ? null : read
  const onPick = (change: Partial<PickedKey>) => setPicked((all) => ({ ...all, ...change }))
  const queries = useQueryClient()
  // A practice key is made when it is first asked for, and a token says how many tries are left.
  const changed = () => {
    void queries.invalidateQueries({ queryKey: ['signing.overview'] })
    void queries.invalidateQueries({ queryKey: ['signing.tokens'] })
  }
  return (
    <Page title={keys.title}>
      <Stack gap="sm">
        <OwnKey practice={practice} picked={picked} onPick={onPick} onTried={changed} />
        <Answer query={overview}>
          {(signing) => <TrustPart signing={signing} mayChange={mayChange} onChanged={changed} />}
        </Answer>
        {mayChange && (
          <>
            <RequestPart />
            <InstallPart />
            <IntroducePart choice={choice} />
          </>
        )}
        <Answer query={overview}>
          {(signing) => <StampPart signing={signing} mayChange={mayChange} onChanged={changed} />}
        </Answer>
      </Stack>
    </Page>
  )
}

type OwnKeyProps = {
  practice: boolean
  picked: PickedKey
  onPick: (change: Partial<PickedKey>) => void
  onTried: () => void
}

function OwnKey({ practice, picked, onPick, onTried }: OwnKeyProps) {
  const say = useSay()
  const { keys } = texts
  const act = useAct('signing.inspect')
  const read = readPicked(picked)
  return (
    <Sheet title={say(keys.own)}>
      <Stack gap="xs">
        <KeyPicker
          practice={practice}
          picked={picked}
          onPick={(change) => {
            act.reset()
            onPick(change)
          }}
        />
        <div>
          <Button
            loading={act.isPending}
            disabled={typeof read === 'string'}
            onClick={() =>
              typeof read !== 'string' && act.mutate({ key: read }, { onSettled: onTried })
            }
          >
            {say(keys.inspect)}
          </Button>
        </div>
        {act.error && <Failed error={act.error} />}
        {act.data && <CertificateView card={act.data} />}
      </Stack>
    </Sheet>
  )
}
