import type { ReactNode } from 'react'
import type { Tone } from './tag'

/** One thing to know before going on. */
export function Notice({ tone = 'info', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className="notice stack stack-4" data-tone={tone}>
      {title ? <h2>{title}</h2> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
