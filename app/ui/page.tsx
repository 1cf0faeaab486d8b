import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { LastFlash } from './flash'

type PageProps = {
  title: ReactNode
  sub?: ReactNode
  tag?: ReactNode
  actions?: ReactNode
  back?: { to: string; label: string }
  width?: 'work' | 'reading' | 'form'
  /** False where the page writes its own h1. */
  heading?: boolean
  children?: ReactNode
}

/** The frame of every page: back link, title with its tag, one line of context, actions, then the work. */
export function Page({ title, sub, tag, actions, back, width = 'work', heading = true, children }: PageProps) {
  return (
    <main className={width === 'work' ? 'page' : `page page--${width}`} id="main" tabIndex={-1}>
      {back ? (
        <Link className="back" to={back.to}>
          {back.label}
        </Link>
      ) : null}
      <div className="stack stack-32">
        {heading ? (
          <div className="head">
            <div>
              <div className="head__title">
                <h1>{title}</h1>
                {tag}
              </div>
              {sub ? <p className="head__sub">{sub}</p> : null}
            </div>
            {actions ? <div className="head__actions">{actions}</div> : null}
          </div>
        ) : null}
        <LastFlash />
        {children}
      </div>
    </main>
  )
}
