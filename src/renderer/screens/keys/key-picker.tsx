import { Button, Radio, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { SigningOverview } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { type BoxProps, BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { Answer, Failed } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { type KeyBox, type PickedKey, tokenValue } from './picked-key.ts'

type KeyPickerProps = {
  practice: boolean
  picked: PickedKey
  onPick: (change: Partial<PickedKey>) => void
  /** What is wrong with a box, where the form says so. */
  box?: (path: KeyBox) => Pick<BoxProps, 'error' | 'strict'>
}

/** Which key to sign with: practice key, key file with its password, or token with its PIN. */
export function KeyPicker({ practice, picked, onPick, box }: KeyPickerProps) {
  const say = useSay()
  const { keys } = texts
  return (
    <Stack gap="xs">
      <Radio.Group
        label={say(keys.key)}
        value={picked.kind}
        onChange={(kind) => onPick({ kind: kind as PickedKey['kind'] })}
      >
        <Stack gap={6} mt={4}>
          {practice && <Radio value="practice" label={say(keys.practiceKey)} />}
          <Radio value="file" label={say(keys.fileKey)} />
          <Radio value="token" label={say(keys.tokenKey)} />
        </Stack>
      </Radio.Group>
      {picked.kind === 'file' && (
        <>
          <PathBox
            {...box?.('keyFile')}
            label={say(keys.keyFile)}
            path="keyFile"
            ask={{ call: 'app.chooseFile', purpose: 'key' }}
            value={picked.path}
            onChange={(path) => onPick({ path })}
          />
          <TextBox
            label={say(keys.password)}
            path="passphrase"
            secret
            maxLength={200}
            value={picked.password}
            onChange={(password) => onPick({ password })}
          />
        </>
      )}
      {picked.kind === 'token' && (
        <TokenBoxes picked={picked} onPick={onPick} {...(box && { box })} />
      )}
    </Stack>
  )
}

function TokenBoxes(props: Omit<KeyPickerProps, 'practice'>) {
  const overview = useCall('signing.overview', {})
  return (
    <Answer query={overview}>
      {(signing) => (
        <TokenDriver {...props} signing={signing} onDriver={() => overview.refetch()} />
      )}
    </Answer>
  )
}

type TokenDriverProps = Omit<KeyPickerProps, 'practice'> & {
  signing: SigningOverview
  onDriver: () => void
}

function TokenDriver({ signing, onDriver, ...rest }: TokenDriverProps) {
  const say = useSay()
  const act = useAct('signing.useDriver')
  return (
    <>
      <PathBox
        label={say(texts.keys.driver)}
        path="driver"
        ask={{ call: 'app.chooseFile', purpose: 'driver' }}
        value={signing.driver}
        onChange={(file) => act.mutate({ file }, { onSuccess: onDriver })}
      />
      {act.error && <Failed error={act.error} />}
      {signing.driver && <TokenList {...rest} />}
    </>
  )
}

function TokenList({ picked, onPick, box }: Omit<KeyPickerProps, 'practice'>) {
  const say = useSay()
  const { keys } = texts
  const tokens = useCall('signing.tokens', {})
  return (
    <Answer query={tokens}>
      {(found) => (
        <>
          {found.map(({ serial, label, model, pin }) => (
            <Text key={serial} size="sm">
              {label || serial} ({model}) · {say(keys.pinState[pin])}
            </Text>
          ))}
          {found.length === 0 && <Text size="sm">{say(keys.noTokens)}</Text>}
          <BoxRow>
            <ChoiceBox
              {...box?.('token')}
              label={say(keys.certificate)}
              path="token"
              grow={2}
              value={picked.token}
              empty={say(texts.common.choose)}
              options={found.flatMap(({ serial, label, certificates }) =>
                certificates.map(({ name, fingerprint }) => ({
                  value: tokenValue(serial, fingerprint),
                  label: `${name} · ${label}`,
                })),
              )}
              onChange={(token) => onPick({ token })}
            />
            <TextBox
              {...box?.('tokenPin')}
              label={say(keys.tokenPin)}
              path="tokenPin"
              secret
              maxLength={64}
              value={picked.tokenPin}
              onChange={(tokenPin) => onPick({ tokenPin })}
            />
          </BoxRow>
          <div>
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={tokens.isFetching}
              onClick={() => void tokens.refetch()}
            >
              {say(keys.lookAgain)}
            </Button>
          </div>
        </>
      )}
    </Answer>
  )
}
