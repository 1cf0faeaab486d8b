import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { post } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { move } from '#app/workflow/move.server'
import { may } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, readAll, type Tx, together, write } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { quotes } from './composite'
import { latest } from './grade-facts.server'
import { isUnsigned, letterWorkflow } from './letter'
import { letterUploaded } from './messages.server'
import { notOwing } from './readable.server'
import { recipients } from './recipients.server'

const authors = alias(t.people, 'authors')

const letterRows = () =>
  read
    .select({
      letter: t.letters,
      student: t.people.name,
      author: authors.name,
      service: t.services.name,
      block: t.blocks.name,
      firstOn: t.blocks.firstOn,
      lastOn: t.blocks.lastOn,
    })
    .from(t.letters)
    .innerJoin(t.placements, eq(t.placements.id, t.letters.placementId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.people, eq(t.people.id, t.letters.studentId))
    .innerJoin(authors, eq(authors.id, t.letters.authorId))

const flat = ({ letter, ...rest }: Awaited<ReturnType<typeof letterRows>>[number]) => ({ ...letter, ...rest })

/** The letters this author was asked for, oldest first. */
export async function listLetters(me: Person) {
  const rows = await letterRows().where(eq(t.letters.authorId, me.personId)).orderBy(asc(t.letters.requestedAt))
  return rows.map(flat).map(({ body: _, ...letter }) => letter)
}

/** What the student consented that the author may use; nothing without consent, or while the author owes a rating. */
const usable = (me: Person, letterId: string) =>
  read
    .select({
      id: t.evaluations.id,
      slug: t.questionnaires.slug,
      items: t.questionnaires.items,
      answers: t.signedAnswers.answers,
      days: t.signedAnswers.days,
    })
    .from(t.letters)
    .innerJoin(t.evaluations, eq(t.evaluations.placementId, t.letters.placementId))
    .innerJoin(t.questionnaires, eq(t.questionnaires.id, t.evaluations.questionnaireId))
    .innerJoin(t.signedAnswers, eq(t.signedAnswers.evaluationId, t.evaluations.id))
    .where(
      and(
        eq(t.letters.id, letterId),
        eq(t.letters.authorId, me.personId),
        isNotNull(t.letters.consentedAt),
        notOwing(me),
      ),
    )
    .orderBy(asc(t.evaluations.dueOn), asc(t.signedAnswers.version))

/** A letter for its author, with the comments beside it. 404 to anybody else. */
export async function findLetter(me: Person, id: string) {
  const [[row], evaluated] = await readAll(letterRows().where(eq(t.letters.id, id)), usable(me, id))
  if (!row || row.letter.authorId !== me.personId || !may(me, 'letter.write', row.letter)) throw notFound()
  return { ...flat(row), quotes: quotes(latest(evaluated)) }
}

/** A letter to be read as a file: by its author, or by the student who did not waive. 404 to anybody else. */
export async function findLetterToRead(me: Person, id: string) {
  const [[row], [program]] = await readAll(letterRows().where(eq(t.letters.id, id)), read.select().from(t.program))
  if (!row?.letter.body || !may(me, 'letter.read', row.letter)) throw notFound()
  return { ...flat(row), body: row.letter.body, program }
}

async function mine(tx: Tx, me: Person, id: string) {
  const [it] = await tx.select().from(t.letters).where(eq(t.letters.id, id))
  if (!it || !may(me, 'letter.write', it)) throw notFound()
  return it
}

const step = { table: t.letters, kind: 'letter', workflow: letterWorkflow } as const

/** Keeps the draft. Throws 409 once the letter is signed. */
export function saveLetter(me: Person, id: string, body: string, now = programNow()): Promise<void> {
  return write(async (tx) => {
    const it = await mine(tx, me, id)
    if (!isUnsigned(it)) throw conflict('This letter is signed and can’t change.')
    if (it.status === 'requested') return move(tx, me, { ...step, step: 'draft', it, set: { body } }, now)
    await tx.update(t.letters).set({ body }).where(eq(t.letters.id, id))
  })
}

/** Signs the letter as it stands; a second tap changes nothing. */
export function signLetter(me: Person, id: string, body: string, now = programNow()): Promise<void> {
  return write(async (tx) => {
    const it = await mine(tx, me, id)
    if (isUnsigned(it)) await move(tx, me, { ...step, step: 'sign', it, set: { body, signedAt: now } }, now)
  })
}

/** The author has uploaded it to the student's letter service; the student is told. */
export function markUploaded(me: Person, id: string, now = programNow()): Promise<void> {
  return write(async (tx) => {
    const it = await mine(tx, me, id)
    if (it.status === 'uploaded') return
    const [[student]] = await together([
      recipients(tx, [it.studentId]),
      move(tx, me, { ...step, step: 'upload', it, set: { uploadedAt: now } }, now),
    ])
    if (student) await post(tx, letterUploaded(student, it), now)
  })
}
