import { listText } from '#app/ui/list-text'

export type Ahead = {
  kind: 'reply' | 'papers' | 'grade' | 'start' | 'midpoint' | 'returned' | 'closes' | 'held'
  day: string
  block: string | null
  name: string | null
}

const namesOf = (rows: Ahead[]) => listText(rows.map(({ name }) => name ?? ''))
const distinct = (rows: Ahead[]) => [...new Set(rows.map(({ block }) => block ?? ''))]
const blocksOf = (rows: Ahead[]) => `block${distinct(rows).length > 1 ? 's' : ''} ${listText(distinct(rows))}`

const texts: Record<Ahead['kind'], (rows: Ahead[]) => string> = {
  reply: (rows) => `reply due: ${listText(rows.map(({ name, block }) => `${name}, block ${block}`))}`,
  papers: (rows) => `papers due, ${blocksOf(rows)}`,
  grade: (rows) => `grade due, ${namesOf(rows)}`,
  start: (rows) => `${blocksOf(rows)} ${distinct(rows).length > 1 ? 'start' : 'starts'}: ${namesOf(rows)}`,
  midpoint: (rows) => `midpoint, ${namesOf(rows)}`,
  returned: (rows) => `to be sent again by ${namesOf(rows)}`,
  closes: (rows) => `${blocksOf(rows)} ${distinct(rows).length > 1 ? 'close' : 'closes'}`,
  held: (rows) => `${blocksOf(rows)}: seat no longer held for affiliated schools`,
}

const DAYS_NAMED = 8

/** A line a day, nearest first: "Midpoint, Jonah Weiss; grade due, Theo Marsh". */
export function aheadLines(rows: Ahead[]): { day: string; text: string }[] {
  const days = [...new Set(rows.map(({ day }) => day))].slice(0, DAYS_NAMED)
  return days.map((day) => {
    const here = rows.filter((row) => row.day === day)
    const kinds = [...new Set(here.map(({ kind }) => kind))]
    const text = kinds.map((kind) => texts[kind](here.filter((row) => row.kind === kind))).join('; ')
    return { day, text: text.charAt(0).toUpperCase() + text.slice(1) }
  })
}
