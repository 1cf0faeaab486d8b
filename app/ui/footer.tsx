import { Link } from '@remix-run/react'
import type { Theme } from './theme'
import { ThemeForm } from './theme-form'
import { Instant } from './time'

/** Help always in the same place; in the demo, what it is and what time it thinks it is. */
export function Footer({ demo, theme }: { demo?: { clock: Date }; theme: Theme }) {
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
          {demo ? (
            <p className="footer__demo">
              The demo’s clock: <Instant at={demo.clock} year />
            </p>
          ) : null}
        </div>
        <ThemeForm theme={theme} />
      </div>
    </footer>
  )
}
