import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { ButtonLink } from './button'
import { Page } from './page'

type Refusal = { title: string; next: string }

const refusals: Record<number, Refusal> = {
  403: { title: 'You cannot do this', next: 'If you think you should be able to, ask the coordinator.' },
  404: {
    title: 'Page not found',
    next: 'It may have moved, or it is not yours to see. Check the address or start again.',
  },
  405: { title: 'Page not found', next: 'Go back and use the button on the page.' },
  409: { title: 'This has changed', next: 'Nothing was done. See how it stands now, then decide.' },
  429: { title: 'Too many tries', next: 'Wait a few minutes, then try again.' },
  503: { title: 'The service is busy', next: 'Nothing was changed. Try again in a minute.' },
}
const problem: Refusal = {
  title: 'There is a problem with this service',
  next: 'Your answers are saved. Try again in a few minutes, or write to the coordinator.',
}

/** The words for whatever was thrown: a refusal by its status, anything else as our problem. */
export function refusalOf(error: unknown): Refusal & { said?: string } {
  if (!isRouteErrorResponse(error)) return problem
  const refusal = refusals[error.status] ?? problem
  const said = typeof error.data === 'string' && refusal !== problem ? error.data.trim() : ''
  return { ...refusal, said: said && said !== refusal.title ? said : undefined }
}

/** The one page for everything that can't be shown: what, why, and where to go. */
export function ErrorPage() {
  const error = useRouteError()
  const { title, said, next } = refusalOf(error)
  const { pathname, search } = useLocation()
  const hasChanged = isRouteErrorResponse(error) && error.status === 409
  return (
    <Page title={title} width="form">
      <div className="stack">
        {said ? <p className="lead">{said}</p> : null}
        <p>{next}</p>
      </div>
      <p className="cluster">
        {hasChanged ? <ButtonLink to={pathname + search}>See how it stands now</ButtonLink> : null}
        <ButtonLink kind="secondary" to="/">
          Go to the first page
        </ButtonLink>
      </p>
    </Page>
  )
}
