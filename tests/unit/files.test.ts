import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { fileRefusals, MOST_BYTES, type Upload } from '#app/files/file'
import { answerFile } from '#app/files/file-response.server'
import { addFile, getFile, getPage, keepBytes, removeFile } from '#app/files/files.server'
import { readUpload } from '#app/files/upload.server'
import { settings } from '#app/settings/settings.server'
import '#app/follows.server'
import { read, write } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { freshProgram, newStudent, refusal } from '#tests/support/applicant'
import { pdf } from '#tests/support/papers'

let lee: Person
beforeAll(async () => {
  settings.filesDir = mkdtempSync(join(tmpdir(), 'files-'))
  await freshProgram()
  lee = await newStudent('Robin Lee')
})

const image = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#357' }, limitInputPixels: false })
const put = (bytes: Buffer | string, name = 'paper.pdf') => keepBytes(lee, { name, bytes: Buffer.from(bytes) })
const stored = () => (readdirSync(settings.filesDir, { recursive: true }) as string[]).filter(isFile).sort()
const isFile = (name: string) => statSync(join(settings.filesDir, name)).isFile()
const row = async (id: string) => (await read.query.files.findMany()).find((file) => file.id === id)!

async function kept(bytes: Buffer, name: string) {
  const put = await keepBytes(lee, { name, bytes })
  if (!('file' in put)) throw new Error(put.refusal)
  await write((tx) => addFile(tx, put.file))
  return row(put.file.id)
}

describe('a file is kept', () => {
  test('as a PDF whose pages are shown as pictures, drawn once', async () => {
    const file = await kept(await pdf('CV', 3), 'My CV.docx')
    expect(file).toMatchObject({ name: 'My CV.pdf', type: 'application/pdf', pages: 3, ownerId: lee.personId })
    expect(file.storedAs).not.toContain('CV')
    const page = await getPage(file, 3)
    expect(await sharp(page.bytes).metadata()).toMatchObject({ format: 'png', width: 1400 })
    expect((await getPage(file, 3)).bytes.equals(page.bytes)).toBe(true)
    expect(await refusal(getPage(file, 4))).toMatch(/^404/)
    expect(await refusal(getPage(file, 0.5))).toMatch(/^404/)
  })
  test('as a picture that is encoded anew: upright, without the place where it was taken', async () => {
    const taken = await image(600, 400)
      .withExif({ IFD0: { Copyright: 'somewhere' } })
      .jpeg()
      .toBuffer()
    const hidden = Buffer.concat([taken, Buffer.from('<script>alert(1)</script>')])
    const file = await kept(hidden, 'photo.png')
    const bytes = await getFile(file)
    expect(file).toMatchObject({ name: 'photo.jpg', type: 'image/jpeg', size: bytes.length })
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    expect(bytes.includes('<script>')).toBe(false)
  })
  test('and answered as an attachment under its name, or as a picture in place', async () => {
    const file = await kept(await pdf(), 'Zeugnis “1”.pdf')
    const whole = await answerFile(new Request('http://portal/file'), file)
    expect(whole.headers.get('Content-Disposition')).toBe(
      "attachment; filename*=UTF-8''Zeugnis%20%E2%80%9C1%E2%80%9D.pdf",
    )
    const page = await answerFile(new Request('http://portal/file?page=1'), file)
    expect([page.headers.get('Content-Type'), page.headers.get('Content-Disposition')]).toEqual(['image/png', 'inline'])
  })
  test('until it is removed, with its previews', async () => {
    const before = stored()
    const file = await kept(await pdf(), 'a.pdf')
    await getPage(file, 1)
    expect(stored()).toHaveLength(before.length + 2)
    await removeFile(file)
    expect(stored()).toEqual(before)
    expect(await refusal(getFile(await row(file.id)))).toMatch(/^404/)
  })
})

describe('a file is refused in one sentence, and nothing of it is stored:', () => {
  const html = '<!doctype html><script>alert(1)</script>'
  const cases: [string, keyof typeof fileRefusals, () => Promise<Buffer | string> | Buffer | string][] = [
    ['zero bytes', 'empty', () => ''],
    ['a byte more than 20 MB', 'large', () => Buffer.alloc(MOST_BYTES + 1, '%PDF-1.4')],
    ['a program named .pdf', 'type', () => Buffer.from(`MZ${'\0'.repeat(300)}PE`)],
    ['a web page named .pdf', 'type', () => html],
    ['a web page before a PDF', 'type', async () => Buffer.concat([Buffer.from(html), await pdf()])],
    [
      'a PDF with a web page at its start',
      'mixed',
      async () => (await pdf()).toString('latin1').replace('\n', `\n%${html}\n`),
    ],
    ['a PDF with a web page after its end', 'mixed', async () => Buffer.concat([await pdf(), Buffer.from(html)])],
    ['a PDF with a password', 'password', () => pdf('Secret', 1, 'open sesame')],
    ['a PDF of 101 pages', 'pages', () => pdf('Long', 101)],
    ['half a PDF', 'broken', () => Buffer.from('%PDF-1.7\nnothing more')],
    ['half a picture', 'broken', async () => (await image(900, 900).png().toBuffer()).subarray(0, 700)],
    ['a picture of 20,000 by 20,000', 'pixels', () => image(20_000, 20_000).png({ compressionLevel: 1 }).toBuffer()],
    ['a GIF', 'type', () => image(10, 10).gif().toBuffer()],
  ]
  test.each(cases)('%s is refused as %s', async (_, why, make) => {
    const before = stored()
    expect(await put(await make())).toEqual({ refusal: fileRefusals[why] })
    expect(stored()).toEqual(before)
  })
})

describe('a form with a file', () => {
  const send = (file: File | null) => {
    const form = new FormData()
    form.set('datedOn.year', '2026')
    if (file) form.set('file', file)
    return readUpload(new Request('http://portal/', { method: 'POST', body: form }), 'file')
  }
  test('gives its words and its file', async () => {
    const { form, upload } = await send(new File(['%PDF'], 'a.pdf'))
    expect(form.get('datedOn.year')).toBe('2026')
    expect(upload as Upload).toMatchObject({ name: 'a.pdf' })
  })
  test('keeps its words when no file was chosen, and when it is a little too large', async () => {
    expect((await send(new File([], ''))).upload).toBeUndefined()
    const large = await send(new File([Buffer.alloc(MOST_BYTES + 10)], 'a.pdf'))
    expect(large.form.get('datedOn.year')).toBe('2026')
    expect(large.upload?.bytes.length).toBe(MOST_BYTES + 10)
  })
  test('stops reading far beyond the limit', async () => {
    const huge = await send(new File([Buffer.alloc(MOST_BYTES + 2 * 1024 * 1024)], 'a.pdf'))
    expect(huge.refusal).toBe(fileRefusals.large)
  })
})
