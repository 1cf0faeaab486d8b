import { and, gt, isNull, lte, or } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { requirements } from '#db/schema/index'

/** The versions that stood at this instant. */
const stoodAt = (at: Date | SQLiteColumn) =>
  and(
    or(isNull(requirements.fromAt), lte(requirements.fromAt, at)),
    or(isNull(requirements.retiredAt), gt(requirements.retiredAt, at)),
  )

/** The versions in force at this instant; without one, those in force now: what is not sent follows every change. */
export const inForce = (at: Date | null) => (at ? stoodAt(at) : isNull(requirements.retiredAt))

/** The same where the instant stands in a column of the query. */
export const inForceBy = (at: SQLiteColumn) => or(and(isNull(at), isNull(requirements.retiredAt)), stoodAt(at))
