import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { instantText } from '#app/ui/time'
import { endOf } from '#app/workflow/day.server'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import { blocks, clerkships, requirements, windows } from '#db/schema/index'

/** The clerkships that can be applied for (or the one of this slug), each with its open years or why there are none. */
export async function readCourses(slug: string | null, now: Date) {
  const isMeant = and(ne(clerkships.status, 'draft'), slug ? eq(clerkships.slug, slug) : undefined)
  const [courses, dates, asked] = await readAll(
    read.select().from(clerkships).where(isMeant).orderBy(asc(clerkships.name)),
    everyDate(),
    read
      .select({ clerkshipId: requirements.clerkshipId, task: requirements.task })
      .from(requirements)
      .where(and(eq(requirements.phase, 'to apply'), isNull(requirements.retiredAt)))
      .orderBy(asc(requirements.position)),
  )
  if (courses.length === 0) throw notFound()
  return courses.map((course) => {
    const own = dates.filter(({ clerkshipId }) => clerkshipId === course.id)
    const tasks = asked.filter(({ clerkshipId }) => clerkshipId === course.id).map(({ task }) => task)
    return { ...shown(course), tasks, ...openness(course, own, now) }
  })
}

const everyDate = () =>
  read
    .select({
      clerkshipId: windows.clerkshipId,
      opensAt: windows.opensAt,
      applyByOn: blocks.applyByOn,
      yearId: blocks.yearId,
    })
    .from(windows)
    .innerJoin(blocks, eq(blocks.id, windows.blockId))

type Course = typeof clerkships.$inferSelect
type Dated = { opensAt: Date; applyByOn: string; yearId: string }

const shown = ({ slug, name, summary, feeCents }: Course) => ({
  slug,
  name,
  summary,
  fee: feeCents ? `The fee is $${feeCents / 100}, due once you accept a place.` : 'There is no fee.',
})

function openness({ status }: Course, dates: Dated[], now: Date) {
  const open = dates.filter(({ opensAt, applyByOn }) => opensAt <= now && now <= endOf(applyByOn))
  if (status === 'open' && open.length > 0) return { open: yearsIn(open), closed: null }
  const next = dates.map(({ opensAt }) => opensAt).filter((at) => at > now)
  const opens = next.length ? ` It opens ${instantText(new Date(Math.min(...next.map(Number))))}.` : ''
  return { open: [], closed: `It is not open for applications now.${opens}` }
}

/** The dates that are open now, a line a year: how many, and when the last of them closes. */
function yearsIn(open: Dated[]) {
  const years = [...new Set(open.map(({ yearId }) => yearId))].sort()
  return years.map((year) => {
    const own = open.filter(({ yearId }) => yearId === year)
    const until = own.map(({ applyByOn }) => applyByOn).sort()
    return { year, count: own.length, until: until.at(-1)! }
  })
}
