import { parseWithZod } from '@conform-to/zod/v4'
import { editablePlacing, placingForm } from '#app/program/placing.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { read } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { tiersOf } from './priority'
import { seasonOf } from './season.server'

/**
 * Who is placed first, as it stands or as it is typed but not stored yet, and how many students of this academic year
 * would be in each tier. `tiers` is null before a year is laid out, and where what was typed makes no sense.
 */
export async function findPlacing(me: Person, typed: URLSearchParams, now: Date = programNow()) {
  const { placing, changes, years } = await editablePlacing(me)
  const isTried = typed.has('scoreTierTenths')
  const submission = isTried ? parseWithZod(typed, { schema: placingForm }) : undefined
  const policy = submission?.status === 'success' ? submission.value : submission ? null : placing
  return {
    placing: policy ?? placing,
    /** What is wrong with what was typed, to be shown in the form. */
    tried: submission?.status === 'error' ? submission.reply() : null,
    changes,
    isTried,
    ...(await tiersBy(years, policy, now)),
  }
}

type Years = Awaited<ReturnType<typeof editablePlacing>>['years']

async function tiersBy(years: Years, policy: Parameters<typeof tiersOf>[1] | null, now: Date) {
  const year = years.find(({ lastOn }) => lastOn >= dayAt(now)) ?? years.at(-1)
  if (!year || !policy) return { year: year?.id ?? null, tiers: null }
  return { year: year.id, tiers: tiersOf(await seasonOf(read, year.id, now), policy) }
}
