/** One entry of the album: a picture, a file, or a file with a picture of its first page. */
export type Leaf = { caption: string; picture?: string; file?: string }

const style = `
  body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1d2b36; background: #f4f7f9;
    font: 16px/1.5 system-ui, sans-serif; }
  ol { list-style: none; padding: 0; display: grid; gap: 2rem; }
  figure { margin: 0; }
  figcaption { margin-bottom: .5rem; font-weight: 600; }
  img { max-width: 100%; border: 1px solid #c5d0d8; border-radius: 6px; background: #fff; }
  .file { font-weight: 400; }`

/** The page that shows an album: no script, only relative links, so it opens from the disk. */
export function pageOf(leaves: Leaf[]): string {
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Ra Quân – một ngày làm việc</title>
<style>${style}
</style>
<h1>Ra Quân – một ngày làm việc</h1>
<p>Ảnh chụp và tệp do chính ứng dụng tạo ra khi chạy thử với dữ liệu thực hành; không có dữ liệu của người thật.</p>
<ol>
${leaves.map(entryOf).join('\n')}
</ol>
</html>
`
}

function entryOf({ caption, picture, file }: Leaf, index: number): string {
  const text = escapeHtml(caption)
  const image = picture && `<img src="${encodeURI(picture)}" alt="${text}">`
  const link = file && ` – <a class="file" href="${encodeURI(file)}">${escapeHtml(file)}</a>`
  const shown = image && file ? `<a href="${encodeURI(file)}">${image}</a>` : (image ?? '')
  return `<li><figure><figcaption>${index + 1}. ${text}${link ?? ''}</figcaption>${shown}</figure></li>`
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }
  return text.replace(/[&<>"]/g, (sign) => `&${names[sign]};`)
}
