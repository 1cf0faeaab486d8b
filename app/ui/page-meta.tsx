import { Meta } from '@remix-run/react'
import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode, useContext } from 'react'
import { UNSAFE_DataRouterStateContext as RouterState } from 'react-router-dom'

/**
 * The page's meta as its route gives it; the title begins with "Error: " where the page shows a refused form or an
 * error, so that who listens hears first that nothing was done. Only the router knows the answer of whichever route
 * was posted to, and it has no other name for that.
 */
export function PageMeta() {
  const state = useContext(RouterState)
  const isRefused = Boolean(state?.errors) || Object.values(state?.actionData ?? {}).some(isRefusal)
  const meta = (Meta as () => ReactElement<{ children: ReactNode }>)()
  return isRefused ? Children.map(meta.props.children, prefixed) : meta
}

/** Whatever a step answers without leading on is a refusal, but for a list's own buttons, which only change a form. */
const isRefusal = (answer: { result?: { status?: string } } | null) =>
  Boolean(answer && (!answer.result || answer.result.status === 'error'))

const prefixed = (it: ReactNode) =>
  isValidElement<{ children: string }>(it) && it.type === 'title'
    ? cloneElement(it, {}, `Error: ${it.props.children}`)
    : it
