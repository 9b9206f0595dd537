import { Button, Kbd } from '@mantine/core'
import { IconFileDescription, IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'
import { type EnrolForm, isDirty } from '../enrol/draft.ts'
import { SheetsDialog } from './sheets-dialog.tsx'
import type { Sheets } from './use-sheets.ts'

const { sheets: words } = texts

type ButtonsProps = { form: EnrolForm; sheets: Sheets; onNew: () => void }

/** Keeps the sign-up being typed as a draft, and opens the list of drafts. */
export function SheetButtons({ form, sheets, onNew }: ButtonsProps) {
  const say = useSay()
  const [listed, setListed] = useState(false)
  const dirty = isDirty(form)
  const keep = async () => {
    if (dirty && (await sheets.keep(form))) onNew()
  }
  const list = () => setListed(true)
  useKeys([
    { key: 'alt+g', label: words.keep, quiet: true, run: keep },
    { key: 'alt+d', label: words.open, quiet: true, run: list },
  ])
  return (
    <>
      <Button
        variant="default"
        disabled={!dirty}
        leftSection={<IconFileDescription size={16} aria-hidden />}
        rightSection={<Kbd size="xs">Alt+G</Kbd>}
        onClick={keep}
      >
        {say(words.keep)}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFolderOpen size={16} aria-hidden />}
        rightSection={<Kbd size="xs">Alt+D</Kbd>}
        onClick={list}
      >
        {say(words.open)}
      </Button>
      {listed && <SheetsDialog sheets={sheets} onClose={() => setListed(false)} />}
    </>
  )
}
