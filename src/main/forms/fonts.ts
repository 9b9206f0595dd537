import * as fontkit from 'fontkit'

/** The four cuts of the embedded font. */
export type FontName = 'regular' | 'bold' | 'italic' | 'boldItalic'

const files: Record<FontName, string> = {
  regular: 'LiberationSerif-Regular.ttf',
  bold: 'LiberationSerif-Bold.ttf',
  italic: 'LiberationSerif-Italic.ttf',
  boldItalic: 'LiberationSerif-BoldItalic.ttf',
}

const opened = new Map<string, fontkit.Font>()

/** Registers the fonts of `resources/fonts` with a document; each file is read and parsed once. */
export function registerFonts(pdf: PDFKit.PDFDocument, resources: string): void {
  for (const [name, file] of Object.entries(files)) {
    const path = `${resources}/fonts/${file}`
    const font = opened.get(path) ?? openFont(path)
    opened.set(path, font)
    // pdfkit takes a parsed font as well; its types know only files and bytes.
    pdf.registerFont(name, font as unknown as ArrayBuffer)
  }
}

function openFont(path: string): fontkit.Font {
  const font = fontkit.openSync(path)
  if (!('layout' in font)) throw new Error(`${path} is a collection, not a font`)
  // A glyph remembers the first character it was asked for and copied text shows that one. Asking in
  // a fixed order (ligatures as their letters, then every character) keeps documents independent.
  font.layout('ffi ffl ff fi fl')
  for (const character of font.characterSet) font.glyphForCodePoint(character)
  return font
}
