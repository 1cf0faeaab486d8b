import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { type FileRefusal, MOST_PAGES, MOST_PIXELS } from './file'

/**
 * A program of its own, since what people hand in may be made to harm who reads it: the portal starts it with a memory
 * limit and a time limit, and reads its one line of JSON. `check IN OUT` writes the cleaned file, `page IN OUT N` a
 * picture.
 */
export type Examined = { type: string; pages: number } | { refused: FileRefusal }

const PREVIEW = { width: 1400, height: 2000 }
const STORED = { width: 4000, height: 4000 }
type Raw = { width: number; height: number; data: Uint8Array }

async function check(bytes: Buffer, out: string): Promise<Examined> {
  const found = await fileTypeFromBuffer(bytes)
  if (found?.mime === 'application/pdf') return checkPdf(bytes, out)
  if (found?.mime === 'image/jpeg' || found?.mime === 'image/png') return cleanImage(sharpOf(bytes), found.mime, out)
  if (/^image\/hei[cf]$/.test(found?.mime ?? '')) return checkHeic(bytes, out)
  return { refused: 'type' }
}

const sharpOf = (bytes: Buffer) => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })

/** Re-encodes a picture: what else the file held, where it was taken included, is gone. */
async function cleanImage(image: Sharp, type: 'image/jpeg' | 'image/png', out: string): Promise<Examined> {
  const upright = image.rotate().resize({ ...STORED, fit: 'inside', withoutEnlargement: true })
  await (type === 'image/png' ? upright.png() : upright.jpeg({ quality: 88 })).toFile(out)
  return { type, pages: 1 }
}

async function checkHeic(bytes: Buffer, out: string): Promise<Examined> {
  const decode = createRequire(import.meta.url)('heic-decode') as {
    all: (it: { buffer: Buffer }) => Promise<{ width: number; height: number; decode: () => Promise<Raw> }[]>
  }
  const [first] = await decode.all({ buffer: bytes })
  if (first.width * first.height > MOST_PIXELS) return { refused: 'pixels' }
  const { data, width, height } = await first.decode()
  return cleanImage(sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha(), 'image/jpeg', out)
}

async function checkPdf(bytes: Buffer, out: string): Promise<Examined> {
  if (holdsWebPage(bytes)) return { refused: 'mixed' }
  const library = await PDFiumLibrary.init()
  try {
    const pages = (await library.loadDocument(bytes)).getPageCount()
    if (pages === 0) return { refused: 'broken' }
    if (pages > MOST_PAGES) return { refused: 'pages' }
  } catch (error) {
    return { refused: /password|security/i.test(String(error)) ? 'password' : 'broken' }
  }
  await writeFile(out, bytes)
  return { type: 'application/pdf', pages: (await library.loadDocument(bytes)).getPageCount() }
}

/** A file that a browser could take for a page: markup before the document, or after its end. */
function holdsWebPage(bytes: Buffer): boolean {
  const text = bytes.toString('latin1')
  const around = text.slice(0, 2048) + text.slice(text.lastIndexOf('%%EOF'))
  return /<\s*(!doctype|html|script|body|iframe|svg|img)\b/i.test(around)
}

async function renderPage(bytes: Buffer, out: string, page: number): Promise<Examined> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const it = document.getPage(page - 1)
  const { originalWidth, originalHeight } = it.getOriginalSize()
  const scale = Math.min(PREVIEW.width / originalWidth, PREVIEW.height / originalHeight, 4)
  const { data, width, height } = await it.render({ scale, render: 'bitmap', renderFormFields: true })
  await sharp(data, { raw: { width, height, channels: 4 } })
    .png({ palette: true })
    .toFile(out)
  return { type: 'image/png', pages: document.getPageCount() }
}

const refusalOf = (error: unknown): Examined => ({
  refused: /pixel limit/i.test(String(error)) ? 'pixels' : 'broken',
})

const [, , task, from, out, page] = process.argv
if (from) {
  const bytes = await readFile(from)
  const work = task === 'page' ? renderPage(bytes, out, Number(page)) : check(bytes, out)
  process.stdout.write(JSON.stringify(await work.catch(refusalOf)))
}
