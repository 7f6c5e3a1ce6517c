import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Block, Column, Paper, Row } from '@rapport/kernel/paper'
import type PdfDocument from 'pdfkit'
import { FONT_FILES } from './fonts.ts'

/** Points. A4, as ISO 216 has it. */
const PAGE = { size: 'A4', margin: 50, footer: 60 } as const
const SIZES = { heading: 18, text: 10, small: 8 } as const
const LEADING = 1.4
const GAP = 8

/**
 * A paper as a PDF file. The same paper gives the same bytes. Loads its library and its fonts when it is called; letters that no font has are shown as empty boxes.
 */
export async function renderPdf(paper: Paper): Promise<Uint8Array> {
  const { title, author, createdAt, blocks, footer } = paper
  const { default: Pdf } = await import('pdfkit')
  const info = { Title: title, Author: author, CreationDate: createdAt, ModDate: createdAt, Producer: 'Rapport' }
  // Without a font of its own the library would look for files that a bundle does not have.
  const doc = new Pdf({ size: PAGE.size, margin: PAGE.margin, bufferPages: true, font: '', lang: 'en', info })
  for (const [name, file] of Object.entries(FONT_FILES)) doc.registerFont(name, await fontFile(file))
  const done = bytesOf(doc)
  const sheet = createSheet(doc)
  for (const block of blocks) sheet.put(block)
  sheet.number(footer)
  doc.end()
  return done
}

const fontFile = (name: string): Promise<Buffer> => readFile(fileURLToPath(import.meta.resolve(name)))

async function bytesOf(doc: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of doc) chunks.push(chunk)
  return Buffer.concat(chunks)
}

interface Style {
  size: number
  isStrong?: boolean
}

function createSheet(doc: PdfDocument) {
  const left = PAGE.margin
  const width = doc.page.width - 2 * PAGE.margin
  const bottom = doc.page.height - PAGE.footer - PAGE.margin / 2
  let y: number = PAGE.margin
  return { put, number }

  function put(block: Block): void {
    if (block.kind === 'table') table(block.columns, block.rows)
    else paragraph(block)
  }

  function paragraph(block: Exclude<Block, { kind: 'table' }>): void {
    const style = block.kind === 'heading' ? { size: SIZES.heading, isStrong: true } : { size: SIZES.text }
    for (const text of block.kind === 'heading' ? [block.text] : block.lines)
      for (const line of broken(text, width, style)) {
        makeRoom(style.size * LEADING)
        draw(line, left, y, style)
        y += style.size * LEADING
      }
    y += GAP
  }

  function table(columns: readonly Column[], rows: readonly Row[]): void {
    const shares = columns.reduce((sum, column) => sum + column.width, 0)
    const widths = columns.map((column) => (width * column.width) / shares)
    const lefts = widths.map((_, at) => left + widths.slice(0, at).reduce((sum, one) => sum + one, 0))
    const header = { cells: columns.map((column) => column.header), isStrong: true }
    row(header, true)
    for (const one of rows) row(one, false)
    y += GAP

    function row({ cells, isStrong = false }: Row, isHeader: boolean): void {
      const style = { size: SIZES.text, isStrong }
      const texts = cells.map((cell, at) => broken(cell, (widths[at] ?? 0) - GAP, style))
      const height = Math.max(1, ...texts.map(({ length }) => length)) * style.size * LEADING
      if (makeRoom(height) && !isHeader) row(header, true)
      texts.forEach((lines, at) => {
        lines.forEach((line, index) => {
          const spare = columns[at]?.isRight ? (widths[at] ?? 0) - GAP - widthOf(line, style) : 0
          draw(line, (lefts[at] ?? left) + spare, y + index * style.size * LEADING, style)
        })
      })
      y += height
      doc
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(isHeader ? 1 : 0.3)
        .stroke()
      y += GAP / 4
    }
  }

  /** Begins a page when there is no room on this one; says whether it did. */
  function makeRoom(height: number): boolean {
    if (y + height <= bottom) return false
    doc.addPage()
    y = PAGE.margin
    return true
  }

  function number(footer: string): void {
    const { start, count } = doc.bufferedPageRange()
    const style = { size: SIZES.small }
    for (let page = start; page < start + count; page++) {
      doc.switchToPage(page)
      // What stands below the margin would begin a page of its own.
      doc.page.margins.bottom = 0
      const lines = broken(footer, width, style).slice(0, 3)
      for (const [at, line] of lines.entries()) draw(line, left, bottom + GAP + at * style.size * LEADING, style)
      const mark = `${page - start + 1} / ${count}`
      draw(mark, left + width - widthOf(mark, style), bottom + GAP + 3 * style.size * LEADING, style)
    }
  }

  function draw(text: string, x: number, top: number, style: Style): void {
    let at = x
    for (const run of runsOf(text)) {
      setFont(run, style)
      doc.text(run.text, at, top, { lineBreak: false })
      at += doc.widthOfString(run.text)
    }
  }

  function widthOf(text: string, style: Style): number {
    return runsOf(text).reduce((sum, run) => {
      setFont(run, style)
      return sum + doc.widthOfString(run.text)
    }, 0)
  }

  function setFont({ isThai }: Run, { size, isStrong = false }: Style): void {
    doc.font(isThai ? (isStrong ? 'strongThai' : 'thai') : isStrong ? 'strong' : 'latin').fontSize(size)
  }

  /** Lines that are not wider than this, broken between words, also where no spaces stand between them; a long word anywhere. */
  function broken(text: string, widthMax: number, style: Style): string[] {
    return text.split(/\r?\n/).flatMap((line) => {
      const lines = ['']
      for (const { segment } of words.segment(line)) {
        const pieces =
          widthOf(segment, style) > widthMax ? [...letters.segment(segment)].map((one) => one.segment) : [segment]
        for (const piece of pieces) {
          const longer = `${lines.at(-1)}${piece}`
          if (widthOf(longer.trimEnd(), style) <= widthMax) lines[lines.length - 1] = longer
          else lines.push(piece.trimStart())
        }
      }
      return lines.map((one) => one.trimEnd())
    })
  }
}

const words = new Intl.Segmenter('th', { granularity: 'word' })
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' })

interface Run {
  text: string
  isThai: boolean
}

/** Text in pieces that one font can show. */
const runsOf = (text: string): Run[] =>
  [...text.matchAll(/\p{Script=Thai}+|\P{Script=Thai}+/gu)].map(([piece]) => ({
    text: piece,
    isThai: /^\p{Script=Thai}/u.test(piece),
  }))
