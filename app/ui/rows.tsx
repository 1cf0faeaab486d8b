import type { ReactNode } from 'react'

type RowItem = { key: ReactNode; children: ReactNode; end?: ReactNode; id?: string }
type RowsProps = {
  items: RowItem[]
  /** How wide the first column is, in rem; 7.5 when left out. */
  first?: 4 | 7 | 8 | 9 | 10
  /** Stacks on a phone. */
  wrap?: boolean
  ordered?: boolean
}

/** A ruled list whose first column is a date, a count or a tag. */
export function Rows({ items, first, wrap, ordered }: RowsProps) {
  const List = ordered ? 'ol' : 'ul'
  const two = items.every((item) => item.end === undefined)
  return (
    <List className={['rows', two && 'rows--2', wrap && 'rows--wrap'].filter(Boolean).join(' ')} data-first={first}>
      {items.map((item, at) => (
        <li key={item.id ?? at}>
          <span className="rows__key">{item.key}</span>
          <div>{item.children}</div>
          {two ? null : <div className="rows__end">{item.end}</div>}
        </li>
      ))}
    </List>
  )
}
