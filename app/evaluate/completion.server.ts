import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { addDays, dayAt, daysFrom } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import { blocks, evaluations, grades, openings, people, placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { isOpen, openStatuses } from './evaluation'
import { evaluationRows } from './evaluations.server'

const SHOWN_DAYS = 120

/** Who owes what, oldest first; each recent rotation with how far its forms and its grade are, ungraded ones first. */
export async function listCompletion(me: Person, now: Date) {
  insist(me, 'completion.read')
  const today = dayAt(now)
  const since = addDays(today, -SHOWN_DAYS)
  const open = inArray(evaluations.status, [...openStatuses])
  const [rows, ended] = await readAll(
    evaluationRows()
      .where(or(open, gte(blocks.lastOn, since)))
      .orderBy(evaluations.dueOn),
    endedSince(since),
  )
  const others = rows.filter(({ subjectId }) => subjectId !== me.personId)
  const owed = others.filter(isOpen).map((row) => owedRow(row, today))
  const rotations = ended.map((it) => ({ ...it, ...counts(others, it), since: daysFrom(it.lastOn, today) }))
  return { owed, rotations: [...rotations.filter(isUngraded), ...rotations.filter((it) => !isUngraded(it)).reverse()] }
}

const endedSince = (day: string) =>
  read
    .select({
      placementId: placements.id,
      studentId: placements.studentId,
      student: people.name,
      block: blocks.name,
      lastOn: blocks.lastOn,
      grade: grades.status,
    })
    .from(placements)
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .innerJoin(people, eq(people.id, placements.studentId))
    .leftJoin(grades, eq(grades.placementId, placements.id))
    .where(and(eq(placements.status, 'completed'), or(gte(blocks.lastOn, day), isNull(grades.status))))
    .orderBy(blocks.lastOn)

type Row = Awaited<ReturnType<typeof evaluationRows>>[number]

const owedRow = ({ id, authorId, author, studentId, subject, slug, block, dueOn }: Row, today: string) => {
  return { id, authorId, author, studentId, subject, slug, block, dueOn, left: daysFrom(today, dueOn) }
}

const isUngraded = ({ grade }: { grade: string | null }) => grade === null || grade === 'drafted'

function counts(rows: Row[], { placementId }: { placementId: string }) {
  const mine = rows.filter((row) => row.placementId === placementId)
  return { signed: mine.filter(({ status }) => status === 'signed').length, open: mine.filter(isOpen).length }
}
