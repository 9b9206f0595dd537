import { Button } from '@mantine/core'
import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react'
import type { AttachmentCard } from '#core/attachment.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { useSay } from '../../language.tsx'
import css from './conferences.module.css'
import { usePicture } from './use-picture.ts'

type CardProps = {
  file: AttachmentCard
  canWrite: boolean
  onOpen: () => void
  onDetach: () => void
}

const { roster } = texts

/** One file as a small picture with its name; a click or Enter shows it whole. */
export function FileCard({ file, canWrite, onOpen, onDetach }: CardProps) {
  const say = useSay()
  const { id, name, size, hasThumbnail, kind } = file
  const small = useCall('conference.file', { id, part: 'thumbnail' }, { enabled: hasThumbnail })
  const url = usePicture(small.data, 'jpeg')
  const Icon = kind === 'pdf' ? IconFileTypePdf : IconPhoto
  return (
    <li className={css.file}>
      <button
        type="button"
        className={css.look}
        aria-label={say(roster.view, { name })}
        onClick={onOpen}
      >
        {url ? <img src={url} alt="" /> : <Icon size={48} stroke={1.2} aria-hidden />}
      </button>
      <span className={css.name} title={name}>
        {name}
      </span>
      <span className="soft">{say(roster.size, { kb: formatMoney(Math.ceil(size / 1024)) })}</span>
      {canWrite && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={say(roster.detach, { name })}
          onClick={onDetach}
        >
          {say(roster.detachShort)}
        </Button>
      )}
    </li>
  )
}
