import { read, readAll } from '#db/client'
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

/** The application whose turn is after this one; null when nobody waits. */
export async function whoIsNext(yearId: string, applicationId: string): Promise<string | null> {
  const [students, seats] = await readAll(studentsWhere(read, placeable(yearId)), seatsIn(read, yearSpan(yearId)))
  return nextAfter(waitingOf({ students, seats }), applicationId)
}
