import { Alert, Anchor, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import { enterBox } from './enter-moves.ts'
import css from './error-summary.module.css'

/** One thing to correct: the box it is about (its `data-path`), where that is in words, what is wrong. */
export type Complaint = { path: string; where: string; message: string }

/** The box with a path, or the nearest one around it: `a.b.c` falls back to `a.b`, then `a`. */
export function boxAt(path: string): HTMLElement | null {
  const parts = path.split('.')
  while (parts.length > 0) {
    const box = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(parts.join('.'))}"]`)
    if (box) return box
    parts.pop()
  }
  return null
}

/** Brings the clerk to the box with a path; says whether there is one. */
export function goToBox(path: string): boolean {
  const box = boxAt(path)
  if (box) enterBox(box)
  return box !== null
}

/** What must be corrected before going on; each line leads to its box. */
export function ErrorSummary({ complaints }: { complaints: Complaint[] }) {
  const say = useSay()
  if (complaints.length === 0) return null
  return (
    <Alert
      color="lacquer"
      role="alert"
      p="xs"
      icon={<IconAlertTriangle aria-hidden />}
      title={say(texts.common.errorTitle, { n: complaints.length })}
    >
      <List type="ordered" size="sm" className={css.list}>
        {complaints.map(({ path, where, message }) => (
          <List.Item key={path}>
            <Anchor component="button" type="button" ta="left" onClick={() => goToBox(path)}>
              {where ? `${where}: ${message}` : message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
