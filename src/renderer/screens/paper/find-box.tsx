import { ActionIcon, Group, Text, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'
import type { Find } from './use-find.ts'

/** The box that searches the paper: Enter goes to the next place, Shift+Enter to the one before. */
export function FindBox({ find }: { find: Find }) {
  const say = useSay()
  const box = useRef<HTMLInputElement>(null)
  useKeys([
    { key: 'ctrl+f', label: texts.paper.find, run: () => box.current?.select() },
    { key: 'F3', label: texts.paper.findNext, quiet: true, run: () => find.turn(1) },
    { key: 'shift+F3', label: texts.paper.findPrevious, quiet: true, run: () => find.turn(-1) },
  ])
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    find.turn(event.shiftKey ? -1 : 1)
  }
  const none = find.hits.length === 0
  const count = none
    ? say(texts.paper.findNone)
    : say(texts.paper.findAt, { n: find.index + 1, of: find.hits.length })
  return (
    <div>
      <Group gap={4} align="flex-end" wrap="nowrap">
        <TextInput
          ref={box}
          style={{ flex: 1 }}
          label={say(texts.paper.find)}
          leftSection={<IconSearch size={16} aria-hidden />}
          maxLength={100}
          value={find.wanted}
          onChange={(event) => find.search(event.currentTarget.value)}
          onKeyDown={press}
        />
        <ActionIcon
          size={36}
          variant="default"
          disabled={none}
          aria-label={say(texts.paper.findPrevious)}
          onClick={() => find.turn(-1)}
        >
          <IconChevronUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={36}
          variant="default"
          disabled={none}
          aria-label={say(texts.paper.findNext)}
          onClick={() => find.turn(1)}
        >
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <Text size="sm" role="status" mih="1.3em">
        {find.wanted.trim() === '' ? '' : count}
      </Text>
    </div>
  )
}
