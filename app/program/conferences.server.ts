import { asc, gte, isNull, or } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { read, readAll } from '#db/client'
import { conferences } from '#db/schema/index'
import { theProgram } from './program.server'

/** The week's conferences and lectures that have not ended, in time's order; a query for `readAll`. */
export const listConferences = (today = dayAt(programNow())) =>
  everyConference().where(or(isNull(conferences.lastOn), gte(conferences.lastOn, today)))

/** Ended ones too. */
export const everyConference = () =>
  read.select().from(conferences).orderBy(asc(conferences.weekday), asc(conferences.startsAt), asc(conferences.name))

/** The week's teaching with where it takes place, for the public page. One round trip. */
export async function readConferences() {
  const [conferences, [program]] = await readAll(listConferences(), theProgram())
  return { conferences, place: program?.hospital ?? '', zone: program?.zone ?? 'America/Los_Angeles' }
}
