import type { ReactNode } from 'react'

/** The one act of a long form, always in thumb reach; `said` tells what is saved and what is left. */
export function SendBar({ said, children }: { said?: ReactNode; children: ReactNode }) {
  return (
    <div className="sendbar">
      {said ? <p>{said}</p> : null}
      {children}
    </div>
  )
}
