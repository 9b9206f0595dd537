import { launchMorning, playOfficeDay } from '../tests/support/office-day.ts'
import { buildApp } from './lib/build.ts'
import { main, say } from './lib/console.ts'
import { hasDisplay } from './lib/display.ts'
import { projectDir } from './lib/paths.ts'
import { isRoot, show } from './lib/process.ts'
import { ensureRuntime } from './runtime/ensure.ts'
import { type Play, playTour } from './tour.ts'

const officeDay: Play = async (stage, album) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  await playOfficeDay({ app, page, folder: stage.folder, keep: album })
}

await main(async () => {
  const { executable, env } = await ensureRuntime()
  await buildApp()
  if (hasDisplay()) {
    const args = [projectDir, ...(isRoot ? ['--no-sandbox'] : []), ...process.argv.slice(2)]
    return show(executable, args, { env: { ...process.env, ...env } })
  }
  say('Máy này không có màn hình: ứng dụng thật được mở trên màn hình ảo và tự chạy thử.')
  say(`Xem kết quả: ${await playTour(officeDay)}`)
  return 0
})
