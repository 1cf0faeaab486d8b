import { sql } from 'drizzle-orm'

/** A condition of a list's `where`: what a person may not see is not there, and costs nothing. */
export const only = (isAllowed: boolean) => sql`${isAllowed ? 1 : 0}`

/** "Rivera, Santos": who is counted, as long as they are few enough to be named. */
export const few = (column: unknown) =>
  sql<string | null>`case when count(*) <= 3 then group_concat(${column}, ', ') end`
