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
  return [...new Map(items.map((item) => [item.key, item])).values()].map((item) => lineOf(item, evaluations))
}

function lineOf({ key, text }: Counted['items'][number], evaluations: Counted[]): Line {
  const seen = evaluations
    .filter(({ answers }) => answers[key] && answers[key] !== 'unseen')
    .map(({ answers, days }) => ({ value: Number(answers[key]), weight: Math.max(1, days ?? 1) }))
  const weight = sum(seen.map((it) => it.weight))
  const mean = weight ? sum(seen.map((it) => it.value * it.weight)) / weight : null
  const values = seen.map(({ value }) => value).sort()
  return { key, text, mean, evaluators: seen.length, lowest: wordOf(values[0]), highest: wordOf(values.at(-1)) }
}

const sum = (numbers: number[]) => numbers.reduce((total, it) => total + it, 0)
const wordOf = (value?: number) => scale.find((point) => point.value === String(value))?.label ?? ''

type Rotation = { student: string; service: string; dates: string }

const who = { 'resident-on-student': 'resident', 'attending-on-student': 'attending' } as const
const isRated = (slug: string): slug is keyof typeof who => slug in who
const many = (n: number, one: string) => (n === 1 ? `1 ${one}` : `${n} ${one}s`)

/** The comments that may be quoted, each with what its author is; never the advice. */
export const quotes = (evaluations: Counted[]) =>
  evaluations.flatMap(({ slug, items, answers, days }) =>
    isRated(slug) ? quotable(items, answers).map((text) => ({ by: who[slug], days, text })) : [],
  )

/** A narrative to start from: dates, who evaluated, and the quotable comments word for word. Invents nothing. */
export function draftNarrative(evaluations: Counted[], { student, service, dates }: Rotation): string {
  const kinds = evaluations.map(({ slug }) => (isRated(slug) ? who[slug] : null))
  const count = (kind: string) => kinds.filter((it) => it === kind).length
  const counted = ['resident', 'attending'].filter(count).map((kind) => many(count(kind), kind))
  const evaluated = counted.length ? ` Evaluated by ${counted.join(' and ')}.` : ''
  const opening = `${student} was with us on ${service}, ${dates}.${evaluated}`
  return [opening, ...quotes(evaluations).map(quoteText)].join('\n\n')
}

/** "A resident (9 days together): “…”" */
export function quoteText({ by, days, text }: ReturnType<typeof quotes>[number]): string {
  const together = days ? ` (${many(days, 'day')} together)` : ''
  return `${by === 'resident' ? 'A resident' : 'An attending'}${together}: “${text}”`
}
