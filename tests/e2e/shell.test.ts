import { expect, test } from '../support/electron-test.ts'

test('[A48] [A49] [A50] the page sees no Node, only the bridge', async ({ stage }) => {
  const page = await (await stage.launch()).firstWindow()
  const seen = await page.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
    Buffer: typeof (globalThis as Record<string, unknown>).Buffer,
    bridge: Object.keys((globalThis as unknown as { raquan: object }).raquan),
  }))
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    Buffer: 'undefined',
    bridge: ['call', 'dropped', 'on'],
  })
})

test('[A47] [A53] nothing leaves the computer and no inline script runs', async ({ stage }) => {
  const page = await (await stage.launch()).firstWindow()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // As text, because the test's own types know no page.
  const tried = await page.evaluate(`(async () => {
    const reach = (url) => fetch(url).then(() => 'reached', () => 'refused')
    const image = document.createElement('div')
    image.innerHTML = '<img src=x onerror="globalThis.broken = true">'
    document.body.append(image)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return {
      https: await reach('https://example.com'),
      http: await reach('http://127.0.0.1:9'),
      file: await reach('file:///etc/passwd'),
      injected: globalThis.broken ?? false,
    }
  })()`)
  expect(tried).toEqual({ https: 'refused', http: 'refused', file: 'refused', injected: false })
})

test('[A58] [A59] [A60] navigation, new windows and foreign calls are refused', async ({
  stage,
}) => {
  const app = await stage.launch()
  const page = await app.firstWindow()
  const before = page.url()
  await page.evaluate(`window.open('https://example.com'); location.href = 'https://example.com'`)
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  expect(app.windows()).toHaveLength(1)
  const refused = await page.evaluate(async () => {
    const { call } = (
      globalThis as unknown as { raquan: { call: (n: string, i: unknown) => Promise<unknown> } }
    ).raquan
    return [
      await call('__proto__', {}),
      await call('app.state', { extra: 1 }),
      await call('enrolment.list', {}),
    ]
  })
  for (const reply of refused) expect(reply).toMatchObject({ ok: false })
})

test('the window fits the screen it opens on', async ({ stage }) => {
  const app = await stage.launch()
  await app.firstWindow()
  const { bounds, area } = await app.evaluate(({ BrowserWindow, screen }) => ({
    bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
    area: screen.getPrimaryDisplay().workAreaSize,
  }))
  expect(bounds?.width).toBeLessThanOrEqual(area.width)
  expect(bounds?.height).toBeLessThanOrEqual(area.height)
})
