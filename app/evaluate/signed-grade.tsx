import { Details } from '#app/ui/details'
import { Instant } from '#app/ui/time'

export type SignedVersion = {
  version: number
  grade: string
  narrative: string
  reason: string | null
  signedAt: Date
  by: string
}

/** A signed grade as it stands, and the versions before it. */
export function SignedGrade({ signed }: { signed: SignedVersion[] }) {
  const [latest, ...earlier] = [...signed].reverse()
  if (!latest) return null
  return (
    <section className="stack stack-12" aria-labelledby="signed">
      <h2 id="signed">{latest.grade}</h2>
      <p className="muted">
        Signed by {latest.by}, <Instant at={latest.signedAt} year />
        {latest.reason ? `. Corrected: ${latest.reason}` : null}
      </p>
      <p className="pre measure">{latest.narrative}</p>
      {earlier.map((it) => (
        <Details key={it.version} summary={`Version ${it.version}, replaced`}>
          <p>{it.grade}</p>
          <p className="pre measure">{it.narrative}</p>
        </Details>
      ))}
    </section>
  )
}
