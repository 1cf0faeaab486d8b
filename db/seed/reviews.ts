import { addDays } from '#app/workflow/day.server'
import type { reviews } from '#db/schema/apply/documents'
import { application } from './applications'
import { attendings, idOf, type Member } from './cast'
import { on, tell, workday } from './history'
import { lives } from './lives'

const reviewers = [attendings.bauer, attendings.eriksen, attendings.gupta]
/** Eligible and scored by nobody yet. */
const unscored = ['rivera', 'santos']
const points = (words: string) => 1 + (Number.parseInt(idOf(words).slice(0, 4), 16) % 3)

function reviewOf(who: string, reviewer: Member, day: string): typeof reviews.$inferInsert {
  const id = idOf(`review ${who} ${reviewer.key}`)
  const subject = { kind: 'application', id: application(who) }
  const at = tell(reviewer, subject, 'sign review', null, on(workday(day), `18:${(id.charCodeAt(0) % 50) + 10}`))
  const scores = Object.fromEntries(['why', 'record', 'patients'].map((row) => [row, points(`${id} ${row}`)]))
  return { id, applicationId: application(who), reviewerId: reviewer.personId, status: 'signed', scores, at }
}

/** Two reviewers scored each application before it was found eligible. */
export const reviewRows = lives
  .filter(({ who, eligibleOn }) => eligibleOn && !unscored.includes(who))
  .flatMap(({ who, eligibleOn }, at) =>
    [0, 1].map((n) => reviewOf(who, reviewers[(at + n) % 3], addDays(eligibleOn as string, -4 + n))),
  )
