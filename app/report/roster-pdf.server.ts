import PDFDocument from 'pdfkit'
import { bytesOf, fontFile } from '#app/files/pdf.server'
import { instantText } from '#app/ui/time'
import { type Listed, rosterColumns } from './roster'

const [sans, bold] = [fontFile('DejaVuSans'), fontFile('DejaVuSans-Bold')]
const MARGIN = 36
const [WIDTH, FOOT] = [792 - 2 * MARGIN, 612 - 2 * MARGIN]
const SIZE = 7.5
const GAP = 4
/** How wide each column is, as shares of the page. */
const shares = [13, 15, 15, 5, 9, 9, 9, 8, 9, 9, 8]
const total = shares.reduce((sum, share) => sum + share, 0)
const widths = shares.map((share) => (share / total) * WIDTH)

/** The roster as a tagged PDF, US Letter across, with when it was made; the heads stand again on each page. */
export async function rosterPdf(title: string, rows: Listed[], now: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: 'LETTER', layout: 'landscape', margin: MARGIN, pdfVersion: '1.7', lang: 'en-US', tagged: true },
    ...{ displayTitle: true, font: sans, info: { Title: title, CreationDate: now, ModDate: now } },
  })
  const done = bytesOf(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  root.add(doc.struct('H1', {}, () => void doc.font(bold, 14).text(title)))
  const count = rows.length === 1 ? '1 student' : `${rows.length} students`
  const made = `${count}, made ${instantText(now, { year: true })}`
  root.add(doc.struct('P', {}, () => void doc.font(sans, 9).text(made).moveDown()))
  addTable(doc, root, rows)
  root.end()
  doc.end()
  return done
}

function addTable(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, rows: Listed[]): void {
  const table = doc.struct('Table')
  root.add(table)
  const heads = rosterColumns.map(({ label }) => label)
  addRow(doc, table, heads, 'TH')
  for (const row of rows) {
    const cells = rosterColumns.map(({ key }) => String(row[key]))
    if (doc.y + heightOf(doc, cells, sans) > FOOT) {
      doc.addPage()
      addRow(doc, table, heads, 'TH')
    }
    addRow(doc, table, cells, 'TD')
  }
  table.end()
}

function heightOf(doc: PDFKit.PDFDocument, cells: string[], font: string): number {
  doc.font(font, SIZE)
  return Math.max(...cells.map((cell, at) => doc.heightOfString(cell || ' ', { width: widths[at] - GAP }))) + GAP
}

function addRow(doc: PDFKit.PDFDocument, table: PDFKit.PDFStructureElement, cells: string[], tag: 'TH' | 'TD'): void {
  const font = tag === 'TH' ? bold : sans
  const [top, height] = [doc.y, heightOf(doc, cells, font)]
  const row = doc.struct('TR')
  table.add(row)
  let left = MARGIN
  for (const [at, cell] of cells.entries()) {
    const x = left
    const say = () => void doc.font(font, SIZE).text(cell || ' ', x, top, { width: widths[at] - GAP })
    row.add(doc.struct(tag, {}, say))
    left += widths[at]
  }
  row.end()
  doc.x = MARGIN
  doc.y = top + height
}
