import { useActionData } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** Conform's FormMetadata, or anything of that shape. */
type Refused = { id: string; errors?: string[]; allErrors: Record<string, string[] | undefined> }

/** First in main, focused: every error in the words of its field, linked to it. Nothing when there are none. */
export function ErrorSummary({ form }: { form: Refused }) {
  const box = useRef<HTMLDivElement>(null)
  const answer = useActionData()
  const lines = Object.entries(form.allErrors).flatMap(([name, errors]) =>
    (errors ?? []).slice(0, 1).map((text) => ({ name, text })),
  )
  const hasSpoken = useRef(false)
  // Each refusal is a new answer, and takes the focus anew; following a line to its field takes the answer away.
  useEffect(() => {
    if (answer || !hasSpoken.current) box.current?.focus()
    hasSpoken.current = true
  }, [answer])
  if (!lines.length) return null
  return (
    <div
      ref={box}
      className="errors"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript, too, the first thing read is what went wrong
      autoFocus
      aria-labelledby={`${form.id}-errors`}
    >
      <h2 id={`${form.id}-errors`}>There is a problem</h2>
      <ul className="plain">
        {lines.map(({ name, text }) => (
          <li key={name}>{name ? <a href={`#${form.id}-${name}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}
