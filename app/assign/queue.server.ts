import { may } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { type SeatRow, type StudentRow, seatsIn, studentsWhere } from './arrangement.server'
import { nextAfter, type Waiting } from './queue'
import { placeable, yearSpan } from './year.server'

/** Everybody who can be placed, in the order in which they sent. */
export const waitingOf = ({ students, seats }: { students: StudentRow[]; seats: SeatRow[] }): Waiting[] =>
  students.map(({ application, name, familyName }) => ({
    id: application.id,
    name,
    familyName,
    status: application.status,
    isPlaced: seats.some(({ placement }) => placement.applicationId === application.id),
  }))

/** The application whose turn is after this one, or comes first; null when nobody waits for `me` to place them. */
export async function whoIsNext(me: Person, yearId: string, applicationId = ''): Promise<string | null> {
  if (!may(me, 'placement.arrange')) return null
  const [students, seats] = await readAll(studentsWhere(read, placeable(yearId)), seatsIn(read, yearSpan(yearId)))
  return nextAfter(waitingOf({ students, seats }), applicationId)
}
