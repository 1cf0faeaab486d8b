import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { closedText } from '#app/people/invitation'
import { acceptInvitation, findInvitation } from '#app/people/invited.server'
import { roleNames } from '#app/people/role'
import { arrivingWith } from '#app/people/sign-ins.server'
import { redirectSignedIn } from '#app/people/signed-in.server'
import { Button, ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Instant } from '#app/ui/time'

export const meta: MetaFunction = () => [{ title: 'Your invitation – IR rotations' }]

export const loader = ({ params }: LoaderFunctionArgs) => findInvitation(params.token!)

export async function action({ request, params }: ActionFunctionArgs) {
  return redirectSignedIn(await acceptInvitation(params.token!, await arrivingWith(request)), '/today')
}

export default function Invitation() {
  const { name, email, role, by, state, expiresAt } = useLoaderData<typeof loader>()
  if (state !== 'open') {
    return (
      <Page title="Your invitation" width="form">
        <p className="lead">{closedText[state]}</p>
        <p>
          <ButtonLink kind="secondary" to={`/sign-in?${new URLSearchParams({ email })}`}>
            Sign in
          </ButtonLink>
        </p>
      </Page>
    )
  }
  return (
    <Page title={`Welcome, ${name}`} width="form">
      <div className="stack">
        <p className="lead">
          {by} invites you as {roleNames[role].toLowerCase()}.
        </p>
        <p>
          The account belongs to {email}. There is no password: when you sign in, we send a code to that address. The
          invitation counts until <Instant at={expiresAt} />.
        </p>
      </div>
      <Form method="post" reloadDocument>
        <Button>Accept and sign in</Button>
      </Form>
    </Page>
  )
}
