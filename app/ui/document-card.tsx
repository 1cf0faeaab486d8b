import type { ReactNode } from 'react'
import { Tag, type Tone } from './tag'

type DocumentCardProps = {
  name: ReactNode
  state: string
  tone?: Tone
  /** One line: received when, dated when, how large. */
  facts?: ReactNode
  /** What is wrong with it, in words. */
  problem?: ReactNode
  /** Links and buttons: open, replace, remove. */
  children?: ReactNode
}

/** What was handed in, its state, and what can be done with it. */
export function DocumentCard({ name, state, tone = 'neutral', facts, problem, children }: DocumentCardProps) {
  return (
    <div className="document">
      <span className="document__name">{name}</span>
      <span>
        <Tag tone={tone}>{state}</Tag>
      </span>
      {facts ? <span className="document__facts">{facts}</span> : null}
      {problem ? <p className="document__problem">{problem}</p> : null}
      {children ? <div className="document__acts">{children}</div> : null}
    </div>
  )
}
