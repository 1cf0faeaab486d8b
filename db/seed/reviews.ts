import { signScores } from '#app/apply/reviews.server'
import { addDays } from '#app/workflow/day.server'
import { application } from './applications'
import { attendings, idOf, type Member } from './cast'
import { on, workday } from './history'
import { lives } from './lives'
import type { Moment } from './story'

const reviewers = [attendings.bauer, attendings.eriksen, attendings.gupta]
/** Eligible and scored by nobody yet. */
const unscored = ['rivera', 'santos']
const points = (words: string) => 1 + (Number.parseInt(idOf(words).slice(0, 4), 16) % 3)

function scores(who: string, reviewer: Member, day: string): Moment {
  const id = idOf(`review ${who} ${reviewer.key}`)
  const given = Object.fromEntries(['why', 'record', 'patients'].map((row) => [row, points(`${id} ${row}`)]))
  const at = on(workday(day), `18:${(id.charCodeAt(0) % 50) + 10}`)
  return { at, ids: [id], tell: (at) => signScores(reviewer, application(who), given, at) }
}

/** Two reviewers scored each application before it was found eligible. */
export const scoring: Moment[] = lives
  .filter(({ who, eligibleOn }) => eligibleOn && !unscored.includes(who))
  .flatMap(({ who, eligibleOn }, at) =>
    [0, 1].map((n) => scores(who, reviewers[(at + n) % 3], addDays(eligibleOn as string, -4 + n))),
  )
