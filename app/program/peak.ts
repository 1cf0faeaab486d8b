type Span = { firstOn: string; lastOn: string }

/** The first day, from `today` on, on which most of these spans meet, and how many; null where there are none. */
export function peakOf(spans: Span[], today: string): { on: string; count: number } | null {
  const days = [...new Set(spans.map(({ firstOn }) => (firstOn > today ? firstOn : today)))].sort()
  const counted = days.map((on) => ({ on, count: spans.filter((it) => it.firstOn <= on && on <= it.lastOn).length }))
  return counted.reduce<{ on: string; count: number } | null>(
    (peak, it) => (it.count > (peak?.count ?? 0) ? it : peak),
    null,
  )
}
