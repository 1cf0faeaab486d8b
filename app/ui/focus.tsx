import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** Where a page says that its work goes on. */
export const whereWorkGoesOn = () => document.querySelector<HTMLElement>('[data-goes-on]')

/** After a move to another page without loading, the focus goes to its errors, to where its work goes on, or its h1. */
export function FocusAfterNavigation() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    const target = document.querySelector<HTMLElement>('.errors') ?? whereWorkGoesOn() ?? document.querySelector('h1')
    if (target && target.tabIndex < 0) target.setAttribute('tabindex', '-1')
    target?.focus({ preventScroll: true })
  }, [pathname])
  return null
}
