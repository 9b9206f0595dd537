import { Badge, Table } from '@mantine/core'
import { texts } from '#core/texts.ts'
import { useCall } from '../../../api.ts'
import { Answer, Sheet } from '../../../components/page.tsx'
import tableCss from '../../../components/table.module.css'
import { useSay } from '../../../language.tsx'

const { privacy } = texts

/** The purpose register: what is kept of people, why, and on what legal basis. */
export function PurposePart() {
  const say = useSay()
  const query = useCall('privacy.read', {}, { fresh: true })
  return (
    <Sheet title={say(privacy.tabs.purposes)}>
      <Answer query={query}>
        {({ purposes }) => (
          <div className={tableCss.wrap}>
            <Table className={tableCss.table} verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say(privacy.data)}</Table.Th>
                  <Table.Th>{say(privacy.purpose)}</Table.Th>
                  <Table.Th>{say(privacy.basis)}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {purposes.map((each) => (
                  <Table.Tr key={`${each.table}.${each.columns[0]}`}>
                    <Table.Td>
                      {each.what}{' '}
                      {each.sensitive && (
                        <Badge color="lacquer" variant="outline" size="sm">
                          {say(privacy.sensitive)}
                        </Badge>
                      )}
                    </Table.Td>
                    <Table.Td>{each.purpose}</Table.Td>
                    <Table.Td>{each.basis}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </Answer>
    </Sheet>
  )
}
