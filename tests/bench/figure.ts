/** A bar: what a ratio must reach, or may not pass. */
type Bar = { atLeast: number } | { atMost: number }
/** One line of the benchmark: a value, what it is held against, and their ratio. */
export type Figure = { name: string; value: number; unit: string; baseline: number | null; ratio: number; bar?: Bar }

export const isMet = ({ ratio, bar }: Figure): boolean => {
  if (!bar) return true
  return 'atLeast' in bar ? ratio >= bar.atLeast : ratio <= bar.atMost
}

/** A value beside what it is held against. */
export const of = (value: number, baseline: number) => ({ value, baseline, ratio: value / Math.max(1, baseline) })

/** The middle of an odd number of runs. */
export const median = (runs: number[]): number => [...runs].sort((a, b) => a - b)[Math.floor(runs.length / 2)]

const round = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))
const saidBar = ({ bar }: Figure) => (!bar ? '' : 'atLeast' in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`)

function asText(figure: Figure): string {
  const { name, value, unit, baseline, ratio } = figure
  const is = `${round(value)} ${unit}`.padStart(12)
  const base = (baseline === null ? '' : `${round(baseline)} ${unit}`).padStart(12)
  const verdict = isMet(figure) ? '' : '  MISSED'
  return `${name.padEnd(58)} ${is} ${base} ${round(ratio).padStart(8)} ${saidBar(figure).padStart(8)}${verdict}`
}

function asJson(figure: Figure): string {
  const { name, value, baseline, ratio, bar = null } = figure
  return JSON.stringify({ name, value, baseline, ratio, bar, met: isMet(figure) })
}

/** Says a figure: `name  value  baseline  ratio  bar`, or the same as a line of JSON. */
export const say = (figure: Figure, isJson: boolean) => console.log(isJson ? asJson(figure) : asText(figure))
