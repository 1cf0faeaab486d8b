import { desc, eq } from 'drizzle-orm'
import { insist } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import type { Reason } from '#db/schema/assign/proposals'
import { lotteries, proposals } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import {
  type OpeningRow,
  openingsIn,
  type StudentRow,
  studentsWhere,
  type WishRow,
  wishesWhere,
} from './arrangement.server'
import { isOpen } from './proposals.server'
import { placeable, yearSpan } from './year.server'

/** The open proposal of a year as the coordinator reads it, or null when there is none. */
export async function findProposal(me: Person, yearId: string) {
  insist(me, 'placement.arrange')
  const [[run], openings, students, wishes, [lottery]] = await readAll(
    read.select().from(proposals).where(isOpen(yearId)).orderBy(desc(proposals.number)).limit(1),
    openingsIn(read, yearSpan(yearId)),
    studentsWhere(read, placeable(yearId)),
    wishesWhere(read, placeable(yearId)),
    read.select().from(lotteries).where(eq(lotteries.yearId, yearId)),
  )
  if (!run) return null
  const line = lineMaker(openings, students, wishes)
  return {
    number: run.number,
    madeAt: run.madeAt,
    drawnAt: lottery?.drawnAt ?? null,
    seed: run.seed,
    inputHash: run.inputHash,
    changes: run.seats.map(line),
    unplaced: run.unplaced.map(line),
  }
}

type Outcome = { applicationId: string; openingId?: string; wish?: number; reasons: Reason[] }

function lineMaker(openings: OpeningRow[], students: StudentRow[], wishes: WishRow[]) {
  return (it: Outcome) => {
    const student = students.find(({ application }) => application.id === it.applicationId)
    const count = wishes.filter(({ choice }) => choice.applicationId === it.applicationId).length
    return {
      id: it.applicationId,
      name: student?.name ?? 'No longer waiting',
      studentId: student?.application.studentId ?? null,
      place: placeName(openings.find(({ opening }) => opening.id === it.openingId)),
      wish: it.wish ? `${it.wish} of ${count}` : null,
      why: it.reasons.map(({ wish, says }) => `Wish ${wish}: ${says}`),
    }
  }
}

type Place = { block: { name: string }; service: { name: string }; clerkship: { kind: string } }

const placeName = (it: Place | undefined) =>
  it ? `Block ${it.block.name}, ${it.service.name}${it.clerkship.kind === 'elective' ? ', elective' : ''}` : null
