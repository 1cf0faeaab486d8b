import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { notFound } from '#app/workflow/refusal'
import { type Tx, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { files } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { getBytes, previewName, putBytes, randomName, removeBytes } from './directory.server'
import { checkUpload, drawPage } from './examiner.server'
import type { StoredFile, Upload } from './file'

export type NewFile = typeof files.$inferInsert & { id: string }

/**
 * Checks a file and keeps its bytes. Returns the row to add with `addFile`, so that a row never names a file that
 * isn't there; or the sentence that refuses the file, then nothing is stored.
 */
export async function keepBytes(me: Person, upload: Upload, now: Date = programNow()) {
  const checked = await checkUpload(upload)
  if ('refusal' in checked) return checked
  const { bytes, ...found } = checked
  const storedAs = randomName()
  await putBytes(storedAs, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const row = { ...found, storedAs, name: shownName(upload.name, found.type), size: bytes.length, sha256 }
  return { file: { ...row, id: newId(), ownerId: me.personId, createdAt: now } satisfies NewFile }
}

/** Adds the row of a file whose bytes are kept, as a statement of `tx`. */
export const addFile = (tx: Tx, file: NewFile) => tx.insert(files).values(file)

const endings: Record<string, string> = { 'application/pdf': '.pdf', 'image/jpeg': '.jpg', 'image/png': '.png' }

/** The name that people see: without folders and control characters, ending as its content says. */
function shownName(name: string, type: string): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').replace(/\.[A-Za-z0-9]{1,5}$/, '')
  return `${bare.slice(0, 100) || 'file'}${endings[type]}`
}

/** The bytes of a file; 404 when it was removed. Whether someone may read them is for its record to say. */
export async function getFile({ storedAs, removedAt }: StoredFile): Promise<Buffer> {
  const bytes = removedAt ? undefined : await getBytes(storedAs)
  if (!bytes) throw notFound('This file is no longer here.')
  return bytes
}

/** A picture of one page: the file itself where it is one, else drawn once and kept. */
export async function getPage(file: StoredFile, page: number): Promise<{ bytes: Buffer; type: string }> {
  if (!Number.isInteger(page) || page < 1 || page > file.pages) throw notFound()
  if (file.type !== 'application/pdf') return { bytes: await getFile(file), type: file.type }
  const name = previewName(file.storedAs, page)
  const kept = file.removedAt ? undefined : await getBytes(name)
  if (kept) return { bytes: kept, type: 'image/png' }
  await getFile(file)
  const drawn = await drawPage(file.storedAs, page)
  if (!drawn) throw notFound('This page cannot be shown. Download the file to read it.')
  await putBytes(name, drawn)
  return { bytes: drawn, type: 'image/png' }
}

/** Takes a file away for good; its row stays and says when. */
export async function removeFile(file: StoredFile, now: Date = programNow()): Promise<void> {
  await write((tx) => tx.update(files).set({ removedAt: now }).where(eq(files.id, file.id)))
  const previews = Array.from({ length: file.pages }, (_, at) => previewName(file.storedAs, at + 1))
  await Promise.all([file.storedAs, ...previews].map(removeBytes))
}
