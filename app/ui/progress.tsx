import { useNavigation } from '@remix-run/react'

/** Says that the portal is at work on a click, where no browser shows it since the page does not load anew. */
export function Progress() {
  const { state } = useNavigation()
  return <div className="progress" data-state={state} aria-hidden="true" />
}
