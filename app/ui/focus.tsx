import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** After a move to another page without loading, the focus goes to its error summary or its h1. */
export function FocusAfterNavigation() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    const target = document.querySelector<HTMLElement>('.errors') ?? document.querySelector('h1')
    target?.setAttribute('tabindex', '-1')
    target?.focus({ preventScroll: true })
  }, [pathname])
  return null
}
