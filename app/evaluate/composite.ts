import { type Answers, type Questionnaire, quotable, scale } from './questionnaire'

/** A signed evaluation as far as it counts: its questions, its latest answers, the days together. */
export type Counted = {
  slug: Questionnaire['slug']
  items: Questionnaire['items']
  answers: Answers
  days: number | null
}
export type Line = {
  key: string
  text: string
  mean: number | null
  evaluators: number
  lowest: string
  highest: string
}

/**
 * One line an item: the mean of 0 to 3 weighted by days together, over whoever saw it. "Not seen" counts in nothing;
 * an evaluator without days counts as one day.
 */
export function composite(evaluations: Counted[]): Line[] {
  const items = evaluations.flatMap(({ items }) => items.filter(({ kind }) => kind === 'rating'))
  return [...new Map(items.map((item) => [item.key, item])).values()].map(({ key, text }) => {
    const seen = evaluations.flatMap(({ answers, days }) =>
      answers[key] && answers[key] !== 'unseen'
        ? [{ value: Number(answers[key]), weight: Math.max(1, days ?? 1) }]
        : [],
    )
    const weight = seen.reduce((sum, it) => sum + it.weight, 0)
    const mean = weight ? seen.reduce((sum, it) => sum + it.value * it.weight, 0) / weight : null
    const values = seen.map(({ value }) => value)
    const word = (value: number) => scale.find((point) => point.value === String(value))?.label ?? '—'
    return {
      key,
      text,
      mean,
      evaluators: seen.length,
      lowest: word(Math.min(...values)),
      highest: word(Math.max(...values)),
    }
  })
}

type Rotation = { student: string; service: string; dates: string }

const who = { 'resident-on-student': 'resident', 'attending-on-student': 'attending' } as const
const people = (n: number, one: string) => (n === 1 ? `1 ${one}` : `${n} ${one}s`)

/** The comments that may be quoted, each with what its author is; never the advice. */
export const quotes = (evaluations: Counted[]) =>
  evaluations.flatMap(({ slug, items, answers, days }) =>
    slug in who ? quotable(items, answers).map((text) => ({ by: who[slug as keyof typeof who], days, text })) : [],
  )

/** A narrative to start from: dates, who evaluated, and the quotable comments word for word. Invents nothing. */
export function draftNarrative(evaluations: Counted[], { student, service, dates }: Rotation): string {
  const said = quotes(evaluations)
  const count = (by: string) => evaluations.filter(({ slug }) => who[slug as keyof typeof who] === by).length
  const counted = [
    count('resident') && people(count('resident'), 'resident'),
    count('attending') && people(count('attending'), 'attending'),
  ]
  const evaluated = counted.filter(Boolean).join(' and ')
  const opening = `${student} was with us on ${service}, ${dates}.${evaluated ? ` Evaluated by ${evaluated}.` : ''}`
  const lines = said.map(
    ({ by, days, text }) =>
      `${by === 'resident' ? 'A resident' : 'An attending'}${days ? ` (${people(days, 'day')} together)` : ''}: “${text}”`,
  )
  return [opening, ...lines].join('\n\n')
}
