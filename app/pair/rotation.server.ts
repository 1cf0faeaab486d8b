import { dayText } from '#app/ui/time'
import { addDays, daysFrom, mondayOf } from '#app/workflow/day.server'
import type { findRotation } from './rotations.server'

export type Rotation = NonNullable<Awaited<ReturnType<typeof findRotation>>>

/** The residents, attending and coordinator of the week, with numbers to call. */
export function contactsOf({ pairings, record, program }: Rotation) {
  const residents = pairings.map((it) => ({
    role: 'Resident',
    name: it.name,
    note: pairings.length > 1 ? `PGY ${it.pgy}, from ${dayText(it.firstOn, { short: true })}` : `PGY ${it.pgy}`,
    phone: it.phone,
  }))
  const attending = record ? [{ role: 'Attending', name: record.name, note: 'of record', phone: record.phone }] : []
  return [...residents, ...attending, { role: 'Coordinator', name: 'Clerkship office', phone: program.contactPhone }]
}

/** Where the rotation stands, in one sentence, which week this is, and the weeks around it. */
export function weekLine(it: Rotation) {
  const { placement, monday } = it
  const first = mondayOf(placement.firstOn)
  const week = daysFrom(first, monday) / 7 + 1
  const weeks = Math.ceil((daysFrom(first, placement.lastOn) + 1) / 7)
  const around = {
    week,
    weeks,
    earlier: week > 1 ? addDays(monday, -7) : null,
    later: week < weeks ? addDays(monday, 7) : null,
  }
  return { ...around, ...lineOf(it) }
}

function lineOf({ placement, today, days, pairings, program }: Rotation) {
  if (today < placement.firstOn) {
    const line = `You start ${dayText(placement.firstOn, { weekday: true })}. Meet at ${program.meetingPlace}.`
    const next = pairings.length > 0 ? undefined : 'Who you work with is published before your first day.'
    return { line, next, tone: 'info' as const }
  }
  if (today > placement.lastOn) {
    return {
      line: `Your rotation ended ${dayText(placement.lastOn)}.`,
      next: undefined,
      tone: 'neutral' as const,
    }
  }
  const until = `Block ${placement.block} runs until ${dayText(placement.lastOn, { weekday: true })}.`
  return { line: todayLine(days) ?? until, next: midpointLine(placement, today), tone: 'ok' as const }
}

function midpointLine(placement: Rotation['placement'], today: string): string | undefined {
  const due = addDays(mondayOf(placement.firstOn), 11)
  if (placement.weeks < 4 || today > due) return undefined
  return `Your midpoint talk is due ${dayText(due, { weekday: true })}. Ask your attending for a time.`
}

function todayLine(days: Rotation['days']): string | undefined {
  const now = days.find((day) => day.isToday)
  if (now?.off) return now.off
  const sessions = now?.slots.filter((slot) => slot.isSession) ?? []
  const parts = sessions.map((slot) => `${slot.what.toLowerCase()}${slot.who ? ` with ${slot.who}` : ''}`)
  return parts.length > 0 ? `Today: ${parts.join(', then ')}.` : undefined
}
