import { Badge, Button, Group, Kbd, Stack, Table, Text } from '@mantine/core'
import type { SheetCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Failed, Notice } from '../../components/page.tsx'
import { ScrollPart } from '../../components/scroll-part.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { sayMoment } from '../person/history.tsx'
import type { Dropped, Sheets } from './use-sheets.ts'

const { sheets: words } = texts

type DialogProps = { sheets: Sheets; onClose: () => void }

/** The drafts of the office, the last one kept first; opening one goes on where it was left. */
export function SheetsDialog({ sheets, onClose }: DialogProps) {
  const say = useSay()
  const query = useCall('sheet.list', {})
  const open = async (card: SheetCard) => {
    if (await sheets.open(card)) onClose()
  }
  return (
    <Dialog title={say(words.title)} onClose={onClose} size="52rem">
      <Stack gap="xs">
        <Text size="sm" className="soft">
          {say(words.hint)}
        </Text>
        {sheets.error ? <Failed error={sheets.error} /> : null}
        {sheets.dropped && <DroppedNote dropped={sheets.dropped} onUndo={sheets.undo} />}
        <Answer query={query}>
          {(cards) =>
            cards.length === 0 ? (
              <Empty title={say(words.empty)}>
                <Text size="sm">{say(words.emptyHint)}</Text>
              </Empty>
            ) : (
              <SheetTable cards={cards} onOpen={open} onDrop={sheets.drop} />
            )
          }
        </Answer>
      </Stack>
    </Dialog>
  )
}

/** The draft just dropped, and one key to have it again. */
function DroppedNote({ dropped, onUndo }: { dropped: Dropped; onUndo: () => void }) {
  const say = useSay()
  useKeys([{ key: 'ctrl+z', label: texts.common.undo, run: onUndo }])
  return (
    <div role="status">
      <Notice>
        <Group justify="space-between" gap="xs">
          {say(words.dropped, { title: dropped.title })}
          <Button
            size="compact-sm"
            variant="default"
            onClick={onUndo}
            rightSection={<Kbd size="xs">Ctrl+Z</Kbd>}
          >
            {say(texts.common.undo)}
          </Button>
        </Group>
      </Notice>
    </div>
  )
}

type TableProps = {
  cards: SheetCard[]
  onOpen: (card: SheetCard) => void
  onDrop: (card: SheetCard) => void
}

function SheetTable({ cards, onOpen, onDrop }: TableProps) {
  const say = useSay()
  return (
    <ScrollPart title={say(words.open)}>
      <Table className={tableCss.table} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {[words.sheet, words.state, words.keptAt, words.keptBy, words.actions].map((head) => (
              <Table.Th key={head.vi}>{say(head)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cards.map((card, index) => (
            <Table.Tr key={card.key}>
              <Table.Td>{card.title}</Table.Td>
              <Table.Td>
                <DraftBadge />
              </Table.Td>
              <Table.Td className={tableCss.nowrap}>{sayMoment(card.keptAt)}</Table.Td>
              <Table.Td>{card.keptBy}</Table.Td>
              <Table.Td className={tableCss.nowrap}>
                <Group gap="xs" wrap="nowrap" justify="flex-end">
                  <Button
                    size="compact-sm"
                    data-autofocus={index === 0 || undefined}
                    aria-label={say(words.openNamed, { title: card.title })}
                    onClick={() => onOpen(card)}
                  >
                    {say(words.openOne)}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={say(words.dropNamed, { title: card.title })}
                    onClick={() => onDrop(card)}
                  >
                    {say(words.dropOne)}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollPart>
  )
}

function DraftBadge() {
  const say = useSay()
  return (
    <Badge variant="outline" color="gray" tt="none">
      {say(texts.terms.state.draft)}
    </Badge>
  )
}

/** Says that the sign-up on the screen is a draft, and when it was kept. */
export function KeptBadge({ formKey }: { formKey: string }) {
  const say = useSay()
  const card = useCall('sheet.list', {}).data?.find(({ key }) => key === formKey)
  if (!card) return null
  return (
    <Badge variant="light" size="lg" tt="none">
      {say(words.draft, { at: sayMoment(card.keptAt) })}
    </Badge>
  )
}
