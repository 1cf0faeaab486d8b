import { asc } from 'drizzle-orm'
import { read } from '#db/client'
import { conferences } from '#db/schema/index'

/** The week's conferences and lectures in time's order; a query, so that it can go into `readAll`. */
export const listConferences = () =>
  read.select().from(conferences).orderBy(asc(conferences.weekday), asc(conferences.startsAt), asc(conferences.name))
