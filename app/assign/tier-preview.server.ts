import { parseWithZod } from '@conform-to/zod/v4'
import { asc } from 'drizzle-orm'
import { editablePlacing, placingForm } from '#app/program/placing.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { read } from '#db/client'
import { academicYears } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { tiersOf } from './priority'
import { seasonOf } from './season.server'

/**
 * Who is placed first, as it stands or as it is typed but not stored yet, and how many students of this academic year
 * would be in each tier. `tiers` is null before a year is laid out, and where what was typed makes no sense.
 */
export async function findPlacing(me: Person, typed: URLSearchParams, now: Date = programNow()) {
  const { placing, changes } = await editablePlacing(me)
  const isTried = typed.has('scoreTierTenths')
  const submission = isTried ? parseWithZod(typed, { schema: placingForm }) : undefined
  const policy = submission?.status === 'success' ? submission.value : submission ? null : placing
  return {
    placing: policy ?? placing,
    /** What is wrong with what was typed, to be shown in the form. */
    tried: submission?.status === 'error' ? submission.reply() : null,
    changes,
    isTried,
    ...(await tiersBy(policy, now)),
  }
}

async function tiersBy(policy: Parameters<typeof tiersOf>[1] | null, now: Date) {
  const years = await read.select().from(academicYears).orderBy(asc(academicYears.firstOn))
  const year = years.find(({ lastOn }) => lastOn >= dayAt(now)) ?? years.at(-1)
  if (!year || !policy) return { year: year?.id ?? null, tiers: null }
  return { year: year.id, tiers: tiersOf(await seasonOf(read, year.id, now), policy) }
}
