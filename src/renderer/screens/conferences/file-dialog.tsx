import type { AttachmentCard } from '#core/attachment.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Answer } from '../../components/page.tsx'
import { PdfView, usePdf } from '../../components/pdf-view.tsx'
import css from './conferences.module.css'
import { usePicture } from './use-picture.ts'

/** A photo or scan over the whole window. */
export function FileDialog({ file, onClose }: { file: AttachmentCard; onClose: () => void }) {
  const query = useCall('conference.file', { id: file.id, part: 'bytes' }, { fresh: true })
  return (
    <Dialog title={file.name} onClose={onClose} full>
      <Answer query={query}>
        {(bytes) =>
          file.kind === 'pdf' ? <Scan bytes={bytes} /> : <Photo file={file} bytes={bytes} />
        }
      </Answer>
    </Dialog>
  )
}

function Photo({ file, bytes }: { file: AttachmentCard; bytes: Uint8Array }) {
  const url = usePicture(bytes, file.kind)
  return url && <img className={css.whole} src={url} alt={file.name} />
}

function Scan({ bytes }: { bytes: Uint8Array }) {
  const { open, error } = usePdf(bytes)
  return <PdfView open={open} error={error} zoom={1} />
}
