import { Form, useLocation, useNavigation } from '@remix-run/react'
import { Button } from './button'
import { Instant } from './time'

const moves = [
  { by: 'day', label: 'Let a day pass' },
  { by: 'week', label: 'Let a week pass' },
  { by: 'deadline', label: 'Pass the next deadline' },
]

/** What time the demo thinks it is, and buttons that let time pass with all that falls due in it. */
export function DemoClock({ at }: { at: Date }) {
  const { pathname, search } = useLocation()
  const isMoving = useNavigation().formAction?.startsWith('/demo/clock/') ?? false
  return (
    <Form method="post" action="/demo/clock/day" className="footer__demo" aria-label="The demo’s clock">
      <span>
        The demo’s clock: <Instant at={at} year />
      </span>
      <input type="hidden" name="next" value={pathname + search} />
      {moves.map(({ by, label }) => (
        <Button key={by} kind="secondary" size="small" formAction={`/demo/clock/${by}`} aria-disabled={isMoving}>
          {label}
        </Button>
      ))}
      {isMoving ? <span role="status">Time passes …</span> : null}
    </Form>
  )
}
