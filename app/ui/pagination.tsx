import { Link, useSearchParams } from '@remix-run/react'

/** The pages worth a link: first, last, and those around the current one; 0 stands for a gap. */
function shown(page: number, pages: number): number[] {
  const near = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 1,
  )
  return near.flatMap((number, at) => (at > 0 && number - near[at - 1]! > 1 ? [0, number] : [number]))
}

/** Numbered pages with a total; other search parameters are kept. */
export function Pagination({ page, pages, total }: { page: number; pages: number; total: number }) {
  const [search] = useSearchParams()
  const to = (number: number) => {
    const next = new URLSearchParams(search)
    next.set('page', String(number))
    return `?${next}`
  }
  if (pages <= 1) return <p className="pages muted">{total} in all</p>
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 ? <Link to={to(page - 1)}>Previous</Link> : null}
      <ol>
        {shown(page, pages).map((number, at) => (
          <li key={number || `gap-${at}`}>
            {number === 0 ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link to={to(number)} aria-label={`Page ${number}`} aria-current={number === page ? 'page' : undefined}>
                {number}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {page < pages ? <Link to={to(page + 1)}>Next</Link> : null}
      <span className="muted">{total} in all</span>
    </nav>
  )
}
