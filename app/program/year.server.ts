import { count } from 'drizzle-orm'
import { clockText } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { read, readAll } from '#db/client'
import { supervisors } from '#db/schema/index'
import { blocksOn, yearsFrom } from './calendar.server'
import { counted, openingsOn, published } from './clerkships.server'
import { listConferences } from './conferences.server'
import { totalsOf } from './curriculum'
import { theCurriculum } from './curriculum.server'
import { type Block, isOpenOn } from './opening'
import { theProgram } from './program.server'
import { theServices } from './services.server'
import { monthOf } from './year'

/** Everything that the first page says of the year that `now` lies in. One round trip. */
export async function findYear(now = programNow()) {
  const today = dayAt(now)
  const [[program], years, blocks, seats, clerkships, services, conferences, teachers, parts] = await readAll(
    theProgram(),
    yearsFrom(today),
    blocksOn(today),
    openingsOn(today),
    published(),
    theServices(),
    listConferences(today),
    read.select({ kind: supervisors.kind, n: count() }).from(supervisors).groupBy(supervisors.kind),
    theCurriculum(),
  )
  const [year, next] = years
  const openings = counted(seats)
  const deadlines = [...closings(blocks, today), ...(next?.opensAt && next.opensAt > now ? [opening(next)] : [])]
  const taught = Object.fromEntries(teachers.map(({ kind, n }) => [kind, n]))
  const said = { today, program, year, blocks, openings, clerkships, services, conferences, deadlines, taught }
  return { ...said, training: totalsOf(parts) }
}

/** The next three days on which a block closes. */
const closings = (blocks: Block[], today: string) =>
  blocks
    .filter((block) => block.partOfId === null && isOpenOn(block, today))
    .slice(0, 3)
    .map((block) => ({ on: block.applyByOn, what: `Apply for block\u00a0${block.name}, ${monthOf(block)}` }))

const opening = ({ id, opensAt }: { id: string; opensAt: Date | null }) => ({
  on: dayAt(opensAt as Date),
  what: `Academic year ${id.replace('-', '–\u2060')} opens, ${clockText(opensAt as Date)} PT`,
})
