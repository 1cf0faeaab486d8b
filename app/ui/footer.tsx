import { Link, useLocation } from '@remix-run/react'
import { DemoClock } from './demo-clock'
import type { Theme } from './theme'
import { ThemeForm } from './theme-form'
import { Instant } from './time'

/** Where and when the page was made, for paper. */
export type Printed = { origin: string; at: Date }
type FooterProps = { demo?: { clock: Date }; theme: Theme; printed?: Printed }

/** Help always in the same place; in the demo, what it is and what time it thinks it is. */
export function Footer({ demo, theme, printed }: FooterProps) {
  return (
    <footer className="footer">
      <div className="footer__row">
        <div className="stack stack-8">
          <ul>
            <li>
              <Link to="/help">Help</Link>
            </li>
            <li>
              <Link to="/">Program</Link>
            </li>
          </ul>
          {demo ? <p>Demonstration. All people are invented.</p> : null}
          {demo ? <DemoClock at={demo.clock} /> : null}
        </div>
        <ThemeForm theme={theme} />
        {printed ? <PrintedFrom {...printed} /> : null}
      </div>
    </footer>
  )
}

function PrintedFrom({ origin, at }: Printed) {
  const { pathname, search } = useLocation()
  return (
    <p className="print-only">
      {origin + pathname + search} · <Instant at={at} year />
    </p>
  )
}
