import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { post } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { record } from '#app/workflow/events.server'
import { insist, may } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, readAll, type Tx, together, write } from '#db/client'
import { attendingsOfRecord, blocks, letters, openings, people, placements, roles, services } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { LetterRequest } from './letter-form.server'
import { letterRequested } from './messages.server'
import { recipients } from './recipients.server'

const directors = () => read.select({ id: roles.personId }).from(roles).where(eq(roles.role, 'program-director'))

/** Who may be asked: the program director and the attending of record. */
const authorsFor = (placementId: string) =>
  read
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .leftJoin(attendingsOfRecord, eq(attendingsOfRecord.placementId, placementId))
    .where(or(inArray(people.id, directors()), eq(people.id, attendingsOfRecord.attendingId)))
    .orderBy(asc(people.name))

const lettersOf = (me: Person, placementId: string) =>
  read
    .select({
      id: letters.id,
      status: letters.status,
      author: people.name,
      authorId: letters.authorId,
      studentId: letters.studentId,
      hasWaived: letters.hasWaived,
      uploadedAt: letters.uploadedAt,
    })
    .from(letters)
    .innerJoin(people, eq(people.id, letters.authorId))
    .where(and(eq(letters.placementId, placementId), eq(letters.studentId, me.personId)))
    .orderBy(asc(letters.requestedAt))

/** A student's own finished rotation with whom they may ask and what they asked; 404 otherwise. */
export async function findLetterRequest(me: Person, placementId: string) {
  const [[rotation], authors, asked] = await readAll(
    read
      .select({ placementId: placements.id, service: services.name, firstOn: blocks.firstOn, lastOn: blocks.lastOn })
      .from(placements)
      .innerJoin(openings, eq(openings.id, placements.openingId))
      .innerJoin(blocks, eq(blocks.id, openings.blockId))
      .innerJoin(services, eq(services.id, openings.serviceId))
      .where(completed(me, placementId)),
    authorsFor(placementId),
    lettersOf(me, placementId),
  )
  if (!rotation) throw notFound()
  const isFree = ({ id }: { id: string }) => id !== me.personId && !asked.some(({ authorId }) => authorId === id)
  const mine = asked.map(({ uploadedAt, ...it }) => ({
    ...it,
    mayRead: may(me, 'letter.read', it),
    uploadedOn: uploadedAt && dayAt(uploadedAt),
  }))
  return { ...rotation, authors: authors.filter(isFree), asked: mine }
}

/** The same where somebody is left to be asked. Throws 409 otherwise. */
export async function findOpenRequest(me: Person, placementId: string) {
  const found = await findLetterRequest(me, placementId)
  if (found.authors.length === 0) throw conflict('You have asked everybody who can write for this rotation.')
  return found
}

const completed = (me: Person, placementId: string) =>
  and(eq(placements.id, placementId), eq(placements.studentId, me.personId), eq(placements.status, 'completed'))

/** Asks this author for a letter, with waiver and consent as signed. Asking twice is asking once. */
export async function requestLetter(me: Person, placementId: string, it: LetterRequest, now = programNow()) {
  const { authors, asked } = await findLetterRequest(me, placementId)
  insist(me, 'letter.request', { studentId: me.personId })
  if (asked.some(({ authorId }) => authorId === it.authorId)) return
  if (!authors.some(({ id }) => id === it.authorId)) throw conflict('This person cannot be asked for a letter here.')
  const { authorId, erasLetterId, aamcId, signerName } = it
  const consentedAt = it.consent === 'yes' ? now : null
  const signed = { hasWaived: it.waiver === 'yes', consentedAt, signerName, erasLetterId, aamcId }
  const row = {
    placementId,
    studentId: me.personId,
    authorId,
    status: 'requested' as const,
    requestedAt: now,
    ...signed,
  }
  await write((tx) => insertRequest(tx, me, row, now))
}

async function insertRequest(tx: Tx, me: Person, row: typeof letters.$inferInsert, now: Date): Promise<void> {
  const [[letter], [author]] = await together([
    tx.insert(letters).values(row).onConflictDoNothing().returning(),
    recipients(tx, [row.authorId]),
  ])
  if (!letter) return
  await together([
    record(tx, me, { subjectKind: 'letter', subjectId: letter.id, step: 'request', to: 'requested' }, now),
    author && post(tx, letterRequested(author, letter.id, me.name), now),
  ])
}
