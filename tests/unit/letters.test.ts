import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { letterPdf } from '#app/evaluate/letter-pdf.server'
import { findLetterRequest, requestLetter } from '#app/evaluate/letter-requests.server'
import {
  findLetter,
  findLetterToRead,
  listLetters,
  markUploaded,
  saveLetter,
  signLetter,
} from '#app/evaluate/letters.server'
import { read } from '#db/client'
import { attendings, residents, staff, students } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import '#app/follows.server'
import { seededDatabase } from '#tests/support/database'
import { postedNow } from '#tests/support/outbox'
import { refusalOf } from '#tests/support/refusal'

const { adler, duarte } = attendings
const { vogel } = students
const rotation = placement('vogel')
const asking = {
  authorId: adler.personId,
  erasLetterId: 'ERAS-123456',
  aamcId: '12345678',
  waiver: 'no' as const,
  consent: 'yes' as const,
  signerName: 'Petra Vogel',
}

beforeEach(seededDatabase)
const asked = async () => (await read.query.letters.findMany()).find((it) => it.placementId === rotation)!

describe('a letter', () => {
  test('is asked for once, by the student of a finished rotation alone', async () => {
    await Promise.all([1, 2, 3].map(() => requestLetter(vogel, rotation, asking, now)))
    expect((await read.query.letters.findMany()).filter((it) => it.placementId === rotation)).toHaveLength(1)
    expect(await refusalOf(requestLetter(students.kimura, rotation, asking, now))).toMatch(/^404/)
    expect(await refusalOf(requestLetter(students.weiss, placement('weiss'), asking, now))).toMatch(/^404/)
    const stranger = { ...asking, authorId: residents.brandt.personId }
    expect(await refusalOf(requestLetter(vogel, rotation, stranger, now))).toMatch(/^409/)
    const mail = await postedNow('letter.requested')
    expect(mail.map((it) => it.toAddress)).toEqual([adler.email])
  })

  test('shows its author the quotable comments only with consent, never the advice', async () => {
    await requestLetter(vogel, rotation, asking, now)
    const withConsent = await findLetter(adler, (await asked()).id)
    expect(withConsent.quotes.length).toBeGreaterThan(0)
    const advices = (await read.query.signedAnswers.findMany()).flatMap(({ answers }) => answers.advice ?? [])
    for (const { text } of withConsent.quotes) expect(advices).not.toContain(text)
    await requestLetter(students.marsh, placement('marsh'), { ...asking, consent: 'no' }, now)
    const letter = (await read.query.letters.findMany()).find((it) => it.placementId === placement('marsh'))!
    expect((await findLetter(adler, letter.id)).quotes).toEqual([])
  })

  test('is drafted, signed once and then stands; only its author writes it', async () => {
    await requestLetter(vogel, rotation, asking, now)
    const { id } = await asked()
    await saveLetter(adler, id, 'Petra …', now)
    for (const me of [duarte, attendings.bauer, staff.whitlock, vogel])
      expect(await refusalOf(signLetter(me, id, 'Mine', now))).toMatch(/^404/)
    await Promise.all([1, 2, 3].map(() => signLetter(adler, id, 'Petra saw patients first.', now)))
    expect(await asked()).toMatchObject({ status: 'signed', body: 'Petra saw patients first.' })
    expect(await refusalOf(saveLetter(adler, id, 'Changed', now))).toMatch(/^409/)
    await Promise.all([1, 2].map(() => markUploaded(adler, id, now)))
    expect(await asked()).toMatchObject({ status: 'uploaded' })
    const mail = await postedNow('letter.uploaded')
    expect(mail.map((it) => it.toAddress)).toEqual([vogel.email])
  })

  test('is read by the student only once signed, and only if they kept the right', async () => {
    await requestLetter(vogel, rotation, asking, now)
    const { id } = await asked()
    await saveLetter(adler, id, 'Draft', now)
    expect(await refusalOf(findLetterToRead(vogel, id))).toMatch(/^404/)
    await signLetter(adler, id, 'Petra saw patients first.', now)
    expect(await findLetterToRead(vogel, id)).toMatchObject({ body: 'Petra saw patients first.' })
    expect((await findLetterRequest(vogel, rotation)).asked).toMatchObject([{ mayRead: true }])
    const waived = (await read.query.letters.findMany()).find((it) => it.hasWaived)!
    const student = Object.values(students).find((it) => it.personId === waived.studentId)!
    expect(await refusalOf(findLetterToRead(student, waived.id))).toMatch(/^404/)
    expect(JSON.stringify(await findLetterRequest(student, waived.placementId))).not.toContain(
      waived.body!.slice(0, 40),
    )
    for (const me of [duarte, staff.whitlock, residents.brandt, students.kimura])
      expect(await refusalOf(findLetterToRead(me, id))).toMatch(/^404/)
  })

  test('stands in its author’s list and in nobody else’s', async () => {
    expect(await listLetters(adler)).toHaveLength((await read.query.letters.findMany()).length)
    expect(await listLetters(duarte)).toEqual([])
  })
})

describe('the letter’s file', () => {
  const file = async (body: string) => {
    await requestLetter(vogel, rotation, asking, now)
    const { id } = await asked()
    await signLetter(adler, id, body, now)
    const bytes = await letterPdf(await findLetterToRead(adler, id))
    const path = join(mkdtempSync(join(tmpdir(), 'letter-')), 'letter.pdf')
    writeFileSync(path, bytes)
    return { bytes, path }
  }
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' })
  const has = (command: string) => run(command, '--version').status === 0 || run(command, '-v').status === 0
  const long = Array.from(
    { length: 40 },
    (_, n) => `Paragraph ${n + 1}: Šárka Núñez-Łukasz saw the consult first. ${'x '.repeat(80)}`,
  )

  test('is a PDF under the letter service’s size', async () => {
    const { bytes } = await file(long.join('\n\n'))
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(bytes.length).toBeLessThan(500_000)
  })

  test.skipIf(!has('pdfinfo'))('is tagged, titled, on US Letter, with its fonts inside and every accent', async () => {
    const { path } = await file(long.join('\n\n'))
    const { stdout } = run('pdfinfo', path)
    expect(stdout).toMatch(/Title:\s+Letter of recommendation for Petra Vogel/)
    expect(stdout).toMatch(/Tagged:\s+yes/)
    expect(stdout).toMatch(/Encrypted:\s+no/)
    expect(stdout).toMatch(/Page size:\s+612 x 792 pts \(letter\)/)
    const fonts = run('pdffonts', path).stdout.split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const line of fonts) expect(line).toMatch(/DejaVu.* yes yes yes /)
    expect(run('pdftotext', path, '-').stdout).toContain('Šárka Núñez-Łukasz')
    expect(run('pdfinfo', '-struct-text', path).stdout).toMatch(/H1[\s\S]*Letter of recommendation/)
  })

  test.skipIf(!has('qpdf'))('passes qpdf --check', async () => {
    const { path } = await file('Petra saw patients first.')
    expect(run('qpdf', '--check', path)).toMatchObject({ status: 0 })
  })
})
