import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** An open font of ours: a PDF that embeds it reads the same everywhere. */
export const fontFile = (name: 'DejaVuSerif' | 'DejaVuSerif-Bold' | 'DejaVuSans' | 'DejaVuSans-Bold') =>
  resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)

/** The bytes of a document, once it has ended. */
export function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}
