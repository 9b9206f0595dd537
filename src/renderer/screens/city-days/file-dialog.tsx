import { List, Stack } from '@mantine/core'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Answer, Sheet } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { VerdictView } from '../verify/verdict-view.tsx'

/** A received file, verified anew, with what stood out when it came. */
export function FileDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const file = useCall('city.open', { id })
  return (
    <Dialog title={say(texts.cityDays.file)} onClose={onClose} size="70rem">
      <Answer query={file}>
        {({ line, verdict }) => (
          <Stack gap="sm">
            {line.findings.length > 0 && (
              <Sheet title={say(texts.cityReplies.findings)}>
                <List size="sm">
                  {line.findings.map((finding) => (
                    <List.Item key={finding.code}>{sayProblem(finding, language)}</List.Item>
                  ))}
                </List>
              </Sheet>
            )}
            <VerdictView verdict={verdict} />
          </Stack>
        )}
      </Answer>
    </Dialog>
  )
}
