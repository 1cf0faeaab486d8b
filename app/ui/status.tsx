import type { ReactNode } from 'react'
import type { Tone } from './tag'

/** Where it stands, then who acts next and by when. */
export function Status({ tone = 'info', line, next }: { tone?: Tone; line: ReactNode; next?: ReactNode }) {
  return (
    <div className="status" data-tone={tone}>
      <p className="status__line">{line}</p>
      {next ? <p className="status__next">{next}</p> : null}
    </div>
  )
}
