import { join } from 'node:path'
import { openStage, type Stage } from '../tests/support/electron-stage.ts'
import { step } from './lib/console.ts'
import { startVirtualDisplay } from './lib/display.ts'
import { outDir } from './lib/paths.ts'
import { type Album, openAlbum } from './tour/album.ts'

/** Something to play in the real app and show in an album. */
export type Play = (stage: Stage, album: Album) => Promise<void>

/**
 * Plays the app on a virtual display and leaves pictures, files and `index.html` in out/tour; of a
 * play that fails, up to the picture of where it stopped. Answers the path of the page.
 */
export async function playTour(play: Play): Promise<string> {
  const display = await startVirtualDisplay()
  process.env.DISPLAY = display.name
  const stage = await openStage()
  const album = await openAlbum(join(outDir, 'tour'))
  try {
    await step('Chạy thử một ngày làm việc', () => play(stage, album))
  } catch (error) {
    for (const page of stage.started.flatMap(({ app }) => app.windows())) {
      await album.picture(page, 'Dừng lại ở đây vì có lỗi').catch(() => undefined)
    }
    throw error
  } finally {
    await album.finish()
    await stage.close()
    await display.stop()
  }
  return album.index
}
