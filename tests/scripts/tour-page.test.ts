import { expect, it } from 'vitest'
import { pageOf } from '../../scripts/tour/page.ts'

it('shows pictures and files with relative links and no script', () => {
  const page = pageOf([
    { caption: 'Màn hình <đầu>', picture: '01.png' },
    { caption: 'Tờ khai', picture: '02.png', file: 'to khai "1".pdf' },
    { caption: 'Bản tổng hợp', file: 'a.asice' },
  ])
  expect(page).toContain('1. Màn hình &lt;đầu&gt;')
  expect(page).toContain('<img src="01.png"')
  expect(page).toContain('href="to%20khai%20%221%22.pdf">to khai &quot;1&quot;.pdf</a>')
  expect(page).toContain('href="a.asice">a.asice</a>')
  expect(page).not.toMatch(/<script|https?:|file:|href="\//)
})
