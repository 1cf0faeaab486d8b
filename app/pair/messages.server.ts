import { createHash } from 'node:crypto'
import { and, eq, inArray, or } from 'drizzle-orm'
import { post } from '#app/mail/messages.server'
import { daysText } from '#app/ui/time'
import { read, type Tx, together } from '#db/client'
import { addresses, pairings, people, placements } from '#db/schema/index'
import { placedIn, placementsIn } from './block.server'

type Placed = Awaited<ReturnType<typeof placedIn>>[number]
type Told = { personId: string; lines: string[]; subject: string; opening: string; path: string; about: string }

/**
 * Tells both sides of a block's published pairings. A message's key holds what it says, so that after a change
 * only those are told whom it touches, and telling twice sends nothing twice.
 */
export async function tellPairings(tx: Tx, blockId: string, now: Date): Promise<void> {
  const [students, rows, known] = await tx.batch([
    placedIn(tx, blockId),
    publishedIn(tx, blockId),
    emailsIn(tx, blockId),
  ])
  const emails = new Map(known.map((row) => [row.personId, row.email]))
  const told = [...forStudents(students, rows), ...forSupervisors(students, rows)].filter((it) => it.lines.length > 0)
  await together(told.map((it) => tell(tx, blockId, it, emails.get(it.personId), now)))
}

const publishedIn = (tx: Tx, blockId: string) =>
  tx
    .select({
      placementId: pairings.placementId,
      id: people.id,
      name: people.name,
      firstOn: pairings.firstOn,
      lastOn: pairings.lastOn,
    })
    .from(pairings)
    .innerJoin(people, eq(people.id, pairings.supervisorId))
    .where(and(inArray(pairings.placementId, placementsIn(blockId)), eq(pairings.status, 'published')))
    .orderBy(pairings.firstOn)
type Row = { placementId: string; id: string; name: string; firstOn: string; lastOn: string }

const forStudents = (students: Placed[], rows: Row[]): Told[] =>
  students.map((student) => ({
    personId: student.studentId,
    about: student.placementId,
    subject: `Who you work with in block ${student.block}`,
    opening: `You are on ${student.service} from ${daysText(student.firstOn, student.lastOn)}. You work with:`,
    lines: rows.filter((it) => it.placementId === student.placementId).map((it) => `${span(it)}: ${it.name}`),
    path: '/rotation',
  }))

const forSupervisors = (students: Placed[], rows: Row[]): Told[] =>
  [...new Set(rows.map((it) => it.id))].map((personId) => ({
    personId,
    about: personId,
    subject: 'Students who work with you',
    opening: 'These students work with you:',
    lines: rows
      .filter((it) => it.id === personId)
      .map((it) => `${span(it)}: ${students.find((one) => one.placementId === it.placementId)?.name}`),
    path: '/today',
  }))

const span = (it: Row) => daysText(it.firstOn, it.lastOn)

const studentsIn = (blockId: string) =>
  read
    .select({ id: placements.studentId })
    .from(placements)
    .where(inArray(placements.id, placementsIn(blockId)))
const supervisorsIn = (blockId: string) =>
  read
    .select({ id: pairings.supervisorId })
    .from(pairings)
    .where(inArray(pairings.placementId, placementsIn(blockId)))

/** Where everybody is written to whom a block's pairings concern. */
const emailsIn = (tx: Tx, blockId: string) =>
  tx
    .select({ personId: addresses.personId, email: addresses.email })
    .from(addresses)
    .where(
      and(
        eq(addresses.isPrimary, true),
        or(inArray(addresses.personId, studentsIn(blockId)), inArray(addresses.personId, supervisorsIn(blockId))),
      ),
    )

async function tell(tx: Tx, blockId: string, it: Told, email: string | undefined, now: Date): Promise<void> {
  if (!email) return
  const said = createHash('sha256').update(it.lines.join('\n')).digest('hex').slice(0, 16)
  const message = {
    key: `pairing.published:${blockId}:${it.about}:${said}`,
    kind: 'pairing.published',
    to: email,
    subject: it.subject,
    paragraphs: [it.opening, ...it.lines],
    link: { label: 'See your weeks', path: it.path },
    about: { kind: 'person', id: it.personId },
  }
  await post(tx, message, now)
}
