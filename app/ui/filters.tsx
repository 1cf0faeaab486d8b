import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from './button'

type Chip = { label: string; without: string }
type FiltersProps = { label: string; children?: ReactNode; chips?: Chip[]; clear?: string; button?: string }

/** A GET form: filters stand in the URL. Each chip is a link to the same list without that filter. */
export function Filters({ label, children, chips = [], clear, button = 'Show' }: FiltersProps) {
  return (
    <div className="stack stack-12">
      {children ? (
        <Form className="filters" role="search" aria-label={label}>
          {children}
          <Button kind="secondary">{button}</Button>
        </Form>
      ) : null}
      {chips.length ? (
        <ul className="chips" aria-label="Filters in use">
          {chips.map((chip) => (
            <li key={chip.label}>
              <Link className="chip" to={chip.without}>
                {chip.label} <span aria-hidden="true">✕</span>
                <span className="vh">: remove filter</span>
              </Link>
            </li>
          ))}
          {clear && chips.length > 1 ? (
            <li>
              <Link className="linkbutton" to={clear}>
                Clear filters
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  )
}
