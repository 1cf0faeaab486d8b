import { Form, Link, matchPath, NavLink, useLocation } from '@remix-run/react'
import type { MouseEvent, ReactNode } from 'react'
import { LinkButton } from './button'
import { Footer, type Printed } from './footer'
import type { Theme } from './theme'

/** `also`: other URLs that belong to it, as patterns of routes. */
type NavItem = { to: string; label: string; also?: string[] }
type ShellProps = {
  nav: NavItem[]
  who?: string
  demo?: { clock: Date }
  theme: Theme
  printed?: Printed
  children: ReactNode
}

/** Around every page: skip link, header with navigation, footer with Help. */
export function Shell({ nav, who, demo, theme, printed, children }: ShellProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to main content
      </a>
      <header className="header">
        <div className="header__row">
          <Link className="header__name" to="/">
            <svg viewBox="0 0 28 16" aria-hidden="true" focusable="false">
              <path d="M0 0h6v16H0zM8 5h6v11H8zM16 0h12v4H16zM16 6h12v10H16z" />
            </svg>
            IR rotations
          </Link>
          <button type="button" className="button button--secondary button--small header__toggle" popovertarget="nav">
            Menu
          </button>
          <Nav nav={nav} who={who} />
          {who ? (
            <div className="header__who">
              <Link to="/account">{who}</Link> · <SignOut>Sign out</SignOut>
            </div>
          ) : null}
        </div>
      </header>
      {children}
      <Footer demo={demo} theme={theme} printed={printed} />
    </>
  )
}

/** A popover stays open over a page that changes without loading: a chosen link closes it. */
function closeMenu({ target, currentTarget }: MouseEvent<HTMLElement>) {
  if ((target as Element).closest('a') && currentTarget.matches(':popover-open')) currentTarget.hidePopover()
}

function Nav({ nav, who }: Pick<ShellProps, 'nav' | 'who'>) {
  const { pathname } = useLocation()
  const isHere = ({ to, also = [] }: NavItem) =>
    matchPath({ path: to, end: to === '/' }, pathname) !== null || also.some((path) => matchPath(path, pathname))
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is pressed
    <nav className={who ? 'nav' : 'nav nav--end'} id="nav" aria-label="Main" popover="auto" onClick={closeMenu}>
      <ul>
        {nav.map((item) => (
          <li key={item.to}>
            <Link to={item.to} aria-current={isHere(item) ? 'page' : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
        {who ? (
          <>
            <li className="nav__account">
              <NavLink to="/account">Your account</NavLink>
            </li>
            <li className="nav__account">
              <SignOut>Sign out, {who}</SignOut>
            </li>
          </>
        ) : null}
      </ul>
    </nav>
  )
}

function SignOut({ children }: { children: ReactNode }) {
  return (
    <Form method="post" action="/sign-out" reloadDocument>
      <LinkButton>{children}</LinkButton>
    </Form>
  )
}
