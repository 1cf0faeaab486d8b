import PDFDocument from 'pdfkit'
import sharp from 'sharp'

/** A real PDF with a line of text on each page. */
export function pdf(text = 'Transcript', pages = 1, password?: string): Promise<Buffer> {
  const document = new PDFDocument({ userPassword: password })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
  for (let page = 1; page <= pages; page++) (page > 1 ? document.addPage() : document).text(`${text}, page ${page}`)
  document.end()
  return done
}

/** A picture as a phone takes it of a card: it needs no drawing to be previewed. */
export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#cfd8dc' } })
    .png()
    .toBuffer()
