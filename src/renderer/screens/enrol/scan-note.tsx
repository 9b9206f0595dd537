import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconScan, IconX } from '@tabler/icons-react'
import { formatDate } from '#core/date.ts'
import { largestHousehold } from '#core/enrolment.ts'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useLanguage, useSay } from '../../language.tsx'
import css from './scan.module.css'
import type { ScanNews } from './use-scan.ts'

/** What the last scan did or why it did nothing, in sight above the totals. */
export function ScanNote({ news, onClose }: { news: ScanNews | null; onClose: () => void }) {
  const say = useSay()
  const sentences = useSentences()
  const isGood =
    news !== null && ('conference' in news || ('row' in news && news.warnings.length === 0))
  const Icon = isGood ? IconScan : IconAlertTriangle
  return (
    <div role="status" className={css.holder}>
      {news && (
        <div className={css.note} data-good={isGood}>
          <Icon size={18} aria-hidden />
          <span className={css.words}>{sentences(news).join(' ')}</span>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={say(texts.scan.close)}
            onClick={onClose}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </div>
  )
}

function useSentences(): (news: ScanNews) => string[] {
  const say = useSay()
  const language = useLanguage()
  const { scan, enrol } = texts
  return (news) => {
    if ('problem' in news) return [sayProblem(news.problem, language), say(scan.kept)]
    if ('conference' in news) {
      const { heldOn, place } = news.conference
      return [say(scan.tied, { day: formatDate(heldOn), place })]
    }
    if ('full' in news) return [say(enrol.full, { n: largestHousehold })]
    const words = news.again ? scan.again : scan.filled
    const done = say(words, { name: news.name, n: news.row + 1 })
    return [done, ...news.warnings.map((warning) => sayProblem(warning, language))]
  }
}
