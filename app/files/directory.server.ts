import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { settings } from '#app/settings/settings.server'

const NAME = /^[a-z]+\/[0-9a-f]{2}\/[0-9a-f]{30}(-\d+)?$/

/** A name that nobody can guess: what a person called the file never reaches the disk. */
export function randomName(): string {
  const digits = randomBytes(16).toString('hex')
  return `kept/${digits.slice(0, 2)}/${digits.slice(2)}`
}

/** Where a stored name stands on disk. Throws for anything that is not one. */
export function placeOf(name: string): string {
  if (!NAME.test(name)) throw new Error('Not the name of a stored file')
  return resolve(settings.filesDir, name)
}

/** Writes bytes under this name: under another name first, on the disk for certain, then renamed. */
export async function putBytes(name: string, bytes: Uint8Array): Promise<void> {
  const place = placeOf(name)
  const draft = `${place}.${randomBytes(4).toString('hex')}`
  await mkdir(dirname(place), { recursive: true })
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, place)
}

/** The bytes under this name; undefined where there are none. */
export function getBytes(name: string): Promise<Buffer | undefined> {
  return readFile(placeOf(name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

export const removeBytes = (name: string) => rm(placeOf(name), { force: true })

/** Where a page's picture is kept once it was made. */
export const previewName = (name: string, page: number) => `${name.replace(/^kept/, 'previews')}-${page}`
export const scratchPlace = () => join(resolve(settings.filesDir), `scratch-${randomBytes(8).toString('hex')}`)
