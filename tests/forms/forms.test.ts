import { describe, expect, it } from 'vitest'
import { type EditionOf, type FormId, type FormJob, type FormRecords, forms } from '#core/forms.ts'
import { drawBatch, drawForm } from '../../src/main/forms/draw-form.ts'
import { compareWithGolden } from './golden.ts'
import { checkStructure, toInfo, toPictures, toStructure, toText } from './pdf-tools.ts'
import { dearD05, longD05 } from './samples/lists.ts'
import { awkward, emptyTk1, newcomer } from './samples/tk1.ts'
import { samples } from './samples.ts'

const resources = 'resources'

function draw<F extends FormId>(job: {
  form: F
  edition: EditionOf<F>
  record: FormRecords[F]
}): Promise<Uint8Array> {
  return drawForm(job.form, job.edition, job.record, { resources })
}

const drawJob = (job: FormJob): Promise<Uint8Array> => draw(job)

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

describe('every form', () => {
  it('has a golden sample for each edition', () => {
    const shown = new Set(Object.values(samples).map((job) => `${job.form} ${job.edition}`))
    const known = Object.entries(forms).flatMap(([form, { editions }]) =>
      editions.map((edition) => `${form} ${edition}`),
    )
    expect(known.filter((each) => !shown.has(each))).toEqual([])
  })

  for (const [name, job] of Object.entries(samples)) {
    it(`${name} looks like its golden pages and is a well-formed PDF`, async () => {
      const bytes = await drawJob(job)
      expect(checkStructure(bytes)).toContain('No syntax or stream encoding errors')
      expect(compareWithGolden(name, bytes)).toEqual([])
      const text = toText(bytes)
      expect(text).toBe(text.normalize('NFC'))
    })
  }

  it('gives the same bytes for the same record, whatever was drawn before', async () => {
    const job = { form: 'tk1-ts', edition: 'QD490', record: newcomer } as const
    const first = Buffer.from(await drawJob(job))
    await drawJob({ ...job, record: { ...awkward, name: '\u2126 \u00b5 \u{1F600} \ufb01' } })
    expect(first.equals(await drawJob(job))).toBe(true)
    const other = await drawJob({ ...job, record: { ...newcomer, phone: '0912345679' } })
    expect(first.equals(other)).toBe(false)
  })

  it('says what it is, in Vietnamese, dated by the signing day', async () => {
    const info = toInfo(await drawJob({ form: 'tk1-ts', edition: 'QD490', record: newcomer }))
    expect(info.Title).toBe('TK1-TS – Tờ khai tham gia, điều chỉnh thông tin BHXH, BHYT')
    expect(info.CreationDate).toContain('Nov 16')
    expect(info.Tagged).toBe('yes')
    expect(info['Page size']).toContain('A4')
  })

  it('keeps a person’s data out of the document’s own description', async () => {
    const bytes = await drawJob({ form: 'tk1-ts', edition: 'QD490', record: newcomer })
    const plain = Buffer.from(bytes).toString('latin1')
    expect(plain).not.toContain(newcomer.personalNumber)
  })
})

describe('the reading structure', () => {
  it('is one document whose lines hold label and value together', async () => {
    const bytes = await drawJob({ form: 'tk1-ts', edition: 'QD366', record: newcomer })
    const { text, complaints } = toStructure(bytes)
    expect(complaints).toBe('')
    expect(text).toMatch(/^Document\n/)
    expect(text).toMatch(/H1 \(block\)\n\s+"TỜ KHAI"/)
    expect(text).toContain('"[03]. Ngày, tháng, năm sinh: 28/02/1986"')
  })

  it('has tables of rows and cells, with headings', async () => {
    const bytes = await drawJob({ form: 'd05-ts', edition: 'QD366', record: longD05 })
    const { text, complaints } = toStructure(bytes)
    expect(complaints).toBe('')
    expect(text.match(/^ {2}Table/gm)).toHaveLength(1)
    expect(text.match(/^ {4}TR/gm)).toHaveLength(2 + 60 + 1)
    expect(text).toMatch(/TH\n\s+"Số tiền phải đóng theo quy định"/)
  })
})

describe('the text of a form', () => {
  it('reads in order, composed, with every value', async () => {
    const text = toText(await drawJob({ form: 'tk1-ts', edition: 'QD490', record: newcomer }))
    expect(text).toBe(text.normalize('NFC'))
    const wanted = [
      'TỜ KHAI',
      '[01]. Họ và tên (viết chữ in hoa): NGUYỄN THỊ NGỌC ÁNH',
      '28/02/1986',
      '001186000123',
      '[11.1]',
      'thôn Đông',
      '[15]. Mức tiền đóng: 1.500.000',
      'Người kê khai',
    ]
    const places = wanted.map((each) => text.indexOf(each))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it.each(['tk1-qd490-newcomer', 'tk1-qd366-newcomer', 'mau-2-nd188'])(
    'keeps the numbers of its boxes in their order: %s',
    async (name) => {
      const job = samples[name as keyof typeof samples]
      if (!job) throw new Error(`no sample ${name}`)
      const text = toText(await drawJob(job))
      const boxes = Array.from(text.matchAll(/\[(\d+(\.\d+)?[abc]?)\]/g), ([, box = '']) => box)
      const inOrder = new Intl.Collator('vi', { numeric: true }).compare
      expect(boxes.length).toBeGreaterThan(12)
      expect(boxes).toEqual([...boxes].sort(inOrder))
      expect(new Set(boxes).size).toBe(boxes.length)
    },
  )

  it('[A66] prints markup and code as plain text', async () => {
    const text = toText(await drawJob({ form: 'tk1-ts', edition: 'QD366', record: awkward }))
    const flat = text.replace(/\s+/g, ' ')
    expect(flat).toContain('<img src=x onerror=alert(1)>')
    expect(flat).toContain('{{7*7}}')
    expect(flat).toContain("';DROP TABLE person")
  })

  it('loses nothing of a name of 300 characters', async () => {
    const name = `${'Trường '.repeat(42)}Xuân!!`
    expect(name).toHaveLength(300)
    const record = { ...newcomer, name }
    const bytes = await drawJob({ form: 'tk1-ts', edition: 'QD366', record })
    const box = toText(bytes).split(/\[0[13]\]/)[1] ?? ''
    expect(box.match(/Trường/g)).toHaveLength(42)
    expect(box).toContain('Xuân!!')
  })
})

describe('a long list', () => {
  it('never breaks inside an amount, however large', async () => {
    for (const edition of ['QD490', 'QD366'] as const) {
      const text = toText(await draw({ form: 'd05-ts', edition, record: dearD05 }))
      for (const amount of ['1.235.520.000', '123.397.000', '2.471.040.000', '246.794.000'])
        expect(text).toContain(amount)
    }
  })

  it('repeats its heading on every page and adds up on the last', async () => {
    const bytes = await drawJob({ form: 'd05-ts', edition: 'QD366', record: longD05 })
    const pages = toText(bytes).split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(2)
    const withRows = pages.filter((page) => page.includes('Nguyễn Người Thứ'))
    for (const page of withRows) expect(page).toContain('Hình thức')
    const flat = toText(bytes).replace(/\s+/g, ' ')
    expect(flat.match(/Người Thứ \d+/g)).toHaveLength(59)
    expect(pages.at(-1)?.replace(/\s+/g, '')).toContain('237.600.000')
  })
})

describe('a batch', () => {
  it('puts many papers into one file, in order, piece by piece', async () => {
    const wanted = Array.from({ length: 40 }, (_, i) => `09000000${10 + i}`)
    const jobs = wanted.map((phone, i): FormJob => {
      const edition = i % 2 === 0 ? 'QD490' : 'QD366'
      return { form: 'tk1-ts', edition, record: { ...newcomer, phone } }
    })
    const options = { resources, title: 'Tờ khai ngày ra quân', createdOn: '2024-11-16' }
    const pieces: Uint8Array[] = []
    for await (const piece of drawBatch(jobs, options)) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(20)
    const bytes = Buffer.concat(pieces)
    expect(checkStructure(bytes)).toContain('No syntax or stream encoding errors')
    expect(toInfo(bytes).Pages).toBe('40')
    const phones = toText(bytes).match(/09000000\d\d/g)
    expect(phones).toEqual(wanted)
    expect(bytes.equals(await collect(drawBatch(jobs, options)))).toBe(true)
  })

  it('draws the second of two equal papers like the first, though it copies what did not change', async () => {
    const options = { resources, title: 'Hai tờ', createdOn: '2024-11-16' }
    const own = Object.values(samples).filter(({ form }) => /^(tk1-ts|mau-)/.test(form))
    for (const job of own) {
      const pages = toPictures(await collect(drawBatch([job, job], options)))
      const [first, second] = [pages.slice(0, pages.length / 2), pages.slice(pages.length / 2)]
      expect(second.map(({ data }) => data.toString('base64'))).toEqual(
        first.map(({ data }) => data.toString('base64')),
      )
    }
  })

  it('prints a blank form for each person who asks for one', async () => {
    const jobs: FormJob[] = [{ form: 'tk1-ts', edition: 'QD366', record: emptyTk1 }]
    const options = { resources, title: 'Mẫu trắng', createdOn: '2026-11-20' }
    expect(toInfo(await collect(drawBatch(jobs, options))).Pages).toBe('1')
  })
})
