import type { HeadersFunction } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { ErrorPage } from '#app/ui/error-page'

/** A refusal keeps the header that says when to try again. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const retryAfter = errorHeaders?.get('Retry-After')
  return new Headers(retryAfter ? { 'Retry-After': retryAfter } : {})
}

/** Around every page and below the root, so that a refused step still knows who is signed in. */
export default function Frame() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
