import { listText } from '#app/ui/list-text'
import { dayText } from '#app/ui/time'

/** A row of the queue as plain data, so that a loader can send it. */
export type Queued = { count: number; to: string; label: string; hint?: string | null; end?: string }

const short = (on: string) => dayText(on, { short: true })
const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)
const list = (text: string | null) => (text ? listText(text.split(',')) : '')

/** What is counted, as it comes from the database; days are civil days in the program's zone. */
export type Counted = {
  n: number
  names?: string | null
  oldestOn?: string | null
  dueOn?: string | null
  blocks?: string | null
  /** How many days it has waited, or is overdue. */
  days?: number
}

const hintOf = (it: Counted) => it.names ?? (it.oldestOn ? `Oldest ${dayText(it.oldestOn)}` : undefined)

export const reviewItem = (it: Counted): Queued => ({
  count: it.n,
  to: '/review?stage=review',
  label: 'To review',
  hint: it.oldestOn ? `Oldest sent ${dayText(it.oldestOn)}` : undefined,
  end: it.dueOn ? `Reply by ${short(it.dueOn)}` : undefined,
})

export const schoolItem = (it: Counted): Queued => ({
  count: it.n,
  to: '/review?stage=school',
  label: 'Waiting for the home school',
  hint: hintOf(it),
  end: it.days === undefined ? undefined : `Oldest ${days(it.days)}`,
})

export const returnedItem = (it: Counted): Queued => ({
  count: it.n,
  to: '/review?stage=returned',
  label: 'Returned to the student',
  hint: it.names,
  end: it.dueOn ? `Due ${short(it.dueOn)}` : undefined,
})

export const placeItem = (it: Counted & { free: number }): Queued => ({
  count: it.n,
  to: '/board?place=next',
  label: 'To place',
  hint: hintOf(it),
  end: it.free === 1 ? '1 seat free' : `${it.free} seats free`,
})

type Unchecked = Counted & { near: { n: number; block: string; firstOn: string; dueOn: string | null } | null }

/** Documents that nobody has looked at; health documents are cleared, by the health reviewer only. */
export const documentsItem = ({ n, near }: Unchecked, isHealth: boolean): Queued => ({
  count: n,
  to: isHealth ? '/review?stage=health' : '/review?stage=papers',
  label: isHealth ? 'Health documents to clear' : 'Documents to check',
  hint: near ? `${near.n} for block ${near.block}, which starts ${dayText(near.firstOn)}` : undefined,
  end: near?.dueOn ? `${near.n} due ${short(near.dueOn)}` : undefined,
})

export const offersItem = (it: Counted): Queued => ({
  count: it.n,
  to: '/board',
  label: 'Offers without an answer',
  hint: it.names,
  end: it.dueOn ? `Next ${short(it.dueOn)}` : undefined,
})

/** Free seats that the coordinator is asked about: too near the start to go to the waitlist by themselves. */
export const waitlistItem = (it: Counted & { yearId: string | null }): Queued => ({
  count: it.n,
  to: `/waitlist/${it.yearId}`,
  label: 'Free seats to offer to the waitlist',
  hint: it.blocks ? `Block ${list(it.blocks)}` : undefined,
})

export const draftsItem = (n: number): Queued => ({
  count: n,
  to: '/board',
  label: 'Placed, not published',
  hint: 'Nobody has been told yet',
})

export const overbookedItem = (n: number): Queued => ({
  count: n,
  to: '/board',
  label: 'Beyond the seats',
  hint: 'Placed with a reason, in blocks to come',
})

export const overdueItem = (it: Counted): Queued => ({
  count: it.n,
  to: '/completion',
  label: 'Evaluations overdue',
  hint: it.blocks ? `Block ${list(it.blocks)}` : undefined,
  end: it.days === undefined ? undefined : days(it.days),
})

export const gradesItem = (it: Counted): Queued => ({
  count: it.n,
  to: '/completion',
  label: 'Grades to sign',
  hint: it.names ?? (it.blocks ? `Blocks ${list(it.blocks)}` : undefined),
  end: it.dueOn ? `First due ${short(it.dueOn)}` : undefined,
})

export const releaseItem = (it: Counted & { id: string | null }): Queued => ({
  count: it.n,
  to: it.id ? `/evaluations/${it.id}` : '/completion',
  label: 'Evaluations to release',
  hint: it.names,
})

export const scoreItem = (it: Counted): Queued => ({
  count: it.n,
  to: '/review?stage=review',
  label: 'Applications to score',
  hint: hintOf(it),
})

export const lettersItem = (it: Counted): Queued => ({
  count: it.n,
  to: '/letters',
  label: 'Letters to write',
  hint: it.names,
  end: it.oldestOn ? `Oldest asked ${short(it.oldestOn)}` : undefined,
})
