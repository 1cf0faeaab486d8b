import PDFDocument from 'pdfkit'
import { bytesOf, fontFile } from '#app/files/pdf.server'
import { daysText, dayText, instantText } from '#app/ui/time'
import { dayAt } from '#app/workflow/day.server'

type Written = {
  student: string
  author: string
  service: string
  firstOn: string
  lastOn: string
  aamcId: string
  erasLetterId: string
  hasWaived: boolean
  body: string
  requestedAt: Date
  signedAt: Date | null
  program: { name: string; hospital: string }
}

const serif = fontFile('DejaVuSerif')
const serifBold = fontFile('DejaVuSerif-Bold')
const INCH = 72

/** An empty tagged page of US Letter, with its title and language. */
function blankLetter(it: Written, title: string) {
  const at = it.signedAt ?? it.requestedAt
  return new PDFDocument({
    size: 'LETTER',
    margins: { top: INCH, bottom: INCH, left: INCH * 1.1, right: INCH * 1.1 },
    pdfVersion: '1.7',
    lang: 'en-US',
    tagged: true,
    displayTitle: true,
    font: serif,
    info: { Title: title, Author: it.author, Subject: `AAMC ID ${it.aamcId}`, CreationDate: at, ModDate: at },
  })
}

const write = (doc: PDFKit.PDFDocument, text: string, font: string, size: number, gap: number) =>
  doc
    .font(font, size)
    .text(text, { lineGap: 3 })
    .moveDown(gap / 11)

/** A letter as a tagged PDF on US Letter, fonts embedded, no password. Until it is signed it says "Draft". */
export async function letterPdf(it: Written): Promise<Buffer> {
  const title = `Letter of recommendation for ${it.student}`
  const doc = blankLetter(it, title)
  const done = bytesOf(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const say = (tag: 'H1' | 'P', text: string, { bold = false, size = 11, gap = 10 } = {}) =>
    root.add(doc.struct(tag, {}, () => void write(doc, text, bold ? serifBold : serif, size, gap)))
  for (const line of headOf(it)) say('P', line, { gap: 2 })
  say('H1', title, { bold: true, size: 15, gap: 8 })
  say('P', factsOf(it), { gap: 14 })
  for (const paragraph of it.body.split(/\n\s*\n/)) say('P', paragraph.trim())
  for (const line of signatureOf(it)) say('P', line, { gap: 2 })
  root.end()
  doc.end()
  return done
}

const headOf = ({ program, signedAt, requestedAt }: Written) => [
  program.name,
  program.hospital,
  dayText(dayAt(signedAt ?? requestedAt), { year: true }),
  ' ',
]

const factsOf = ({ service, firstOn, lastOn, aamcId, erasLetterId, hasWaived }: Written) =>
  [
    `${service}, ${daysText(firstOn, lastOn, { year: true })}. AAMC ID ${aamcId}. ERAS letter ID ${erasLetterId}.`,
    `The applicant ${hasWaived ? 'has waived' : 'has not waived'} the right to see this letter.`,
  ].join(' ')

const signatureOf = ({ author, signedAt, program }: Written) =>
  signedAt
    ? [' ', author, program.name, `Signed electronically on ${instantText(signedAt, { year: true })}`]
    : [' ', 'Draft: not signed.']
