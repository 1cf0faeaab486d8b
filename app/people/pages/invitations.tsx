import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { invitationForm } from '#app/people/invitation-form.server'
import { InvitationList } from '#app/people/invitation-list'
import { invite, listInvitations } from '#app/people/invitations.server'
import { InviteForm } from '#app/people/invite-form'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { insist } from '#app/workflow/permissions'

export const meta: MetaFunction = () => [{ title: 'Invitations – People – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { invitations: await listInvitations(await requirePerson(context)) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'person.invite')
  const form = await readForm(request, invitationForm)
  if (form.reply) return form.reply
  await invite(me, form.value)
  return redirectSaying('/people/invitations', `The invitation goes to ${form.value.email}.`)
}

export default function Invitations() {
  const { invitations } = useLoaderData<typeof loader>()
  return (
    <Page title="Invitations" back={{ to: '/people', label: 'People' }}>
      <div className="split split--half">
        <section className="stack stack-24" aria-labelledby="invite">
          <h2 id="invite">Invite someone</h2>
          <InviteForm />
        </section>
        <section className="stack" aria-labelledby="invited">
          <h2 id="invited">Invited</h2>
          <InvitationList invitations={invitations} />
        </section>
      </div>
    </Page>
  )
}
