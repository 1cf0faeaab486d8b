import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { placeOf, scratchPlace } from './directory.server'
import type { Examined } from './examine.server'
import { type FileRefusal, fileRefusals, MOST_BYTES, type Upload } from './file'

const run = promisify(execFile)
const PROGRAM = ['--max-old-space-size=512', '--import', 'tsx', 'app/files/examine.server.ts']
const LONGEST_MS = 30_000

/** One at a time, however many ask: examining takes a processor and much memory. */
const home = globalThis as { portalExaminer?: Promise<unknown> }

function examine(args: string[]): Promise<Examined> {
  const limits = { timeout: LONGEST_MS, killSignal: 'SIGKILL', maxBuffer: 1024 } as const
  const turn = (home.portalExaminer ?? Promise.resolve())
    .then(() => run(process.execPath, [...PROGRAM, ...args], limits))
    .then(({ stdout }) => JSON.parse(stdout) as Examined)
    .catch((): Examined => ({ refused: 'broken' }))
  home.portalExaminer = turn
  return turn
}

export type Checked = { type: string; pages: number; bytes: Buffer }

/** The file as it may be kept, its type found by content; or the sentence that refuses it. */
export async function checkUpload({ bytes }: Upload): Promise<Checked | { refusal: string }> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > MOST_BYTES) return refused('large')
  const from = scratchPlace()
  const out = `${from}-out`
  try {
    await mkdir(dirname(from), { recursive: true })
    await writeFile(from, bytes, { mode: 0o600 })
    const examined = await examine(['check', from, out])
    if ('refused' in examined) return refused(examined.refused)
    return { ...examined, bytes: await readFile(out) }
  } finally {
    await Promise.all([rm(from, { force: true }), rm(out, { force: true })])
  }
}

const refused = (why: FileRefusal) => ({ refusal: fileRefusals[why] })

/** A picture (PNG) of a page of a stored PDF, counted from 1; undefined where there is none. */
export async function drawPage(storedAs: string, page: number): Promise<Buffer | undefined> {
  const out = scratchPlace()
  try {
    const examined = await examine(['page', placeOf(storedAs), out, String(page)])
    return 'refused' in examined ? undefined : await readFile(out)
  } finally {
    await rm(out, { force: true })
  }
}
