import { weeksWithout } from '#app/pair/board.server'
import { findBlock } from '#app/pair/pairings.server'
import { addDays } from '#app/workflow/day.server'
import { may } from '#app/workflow/permissions'
import type { Person } from '#db/schema/people/actors'
import { draftsClosing } from './applications.server'
import { overdue } from './evaluations.server'
import { aloneLine, closingLine, type First, lateLine, mailLine, silentLine, workLine } from './first'
import { nextBlock } from './placements.server'
import { mailTrouble, silentSchools, workTrouble } from './trouble.server'

const CLOSING_DAYS = 14

/** What may need this person before the queues, as queries by name. */
export const firstQueries = (me: Person, today: string) => ({
  late: overdue(me, today),
  closing: draftsClosing(me, today, addDays(today, CLOSING_DAYS)),
  silent: silentSchools(me, today),
  mail: mailTrouble(me),
  work: workTrouble(me),
  next: nextBlock(me, today),
})

type Queries = ReturnType<typeof firstQueries>
type FirstFacts = { [K in keyof Queries]: Awaited<Queries[K]> }

/** The exceptions, what did not happen by itself first. */
export function firstLines(
  me: Person,
  { late, closing, silent, mail, work }: FirstFacts,
  left: (day: string) => number,
): First[] {
  return [
    ...(mail[0].n ? [mailLine(mail[0].n)] : []),
    ...(work[0].n ? [workLine(work[0].n)] : []),
    ...late.map((row) => lateLine({ ...row, left: left(row.dueOn) }, may(me, 'evaluation.remind'))),
    ...silent.map((row) => silentLine({ ...row, left: left(row.replyByOn) })),
    ...closing.map((row) => closingLine({ ...row, left: left(row.applyByOn) })),
  ]
}

const MOST_WEEKS = 3

/** Weeks of the next block in which no resident can work with a placed student. */
export async function weeksAlone(me: Person, blockId: string | undefined): Promise<First[]> {
  if (!blockId) return []
  const facts = await findBlock(me, blockId)
  return weeksWithout(facts, MOST_WEEKS).map(({ service, student, days }) =>
    aloneLine({ service, student, days, block: facts.block }),
  )
}
