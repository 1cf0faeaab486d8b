import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/people/account-form'
import { accountForm } from '#app/people/account-form.server'
import { findAccount, saveProfile } from '#app/people/accounts.server'
import { Devices } from '#app/people/devices'
import { rolesText } from '#app/people/role'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction = () => [{ title: 'Your account – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  return { ...(await findAccount(me)), here: await context.signInId(), roles: rolesText(me.roles) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const form = await readForm(request, accountForm)
  if (form.reply) return form.reply
  await saveProfile(me, form.value)
  return redirectSaying('/account', 'Saved.')
}

export default function Account() {
  const { profile, addresses, devices, here, roles } = useLoaderData<typeof loader>()
  const change = (
    <Link to="/account/addresses">
      Change<span className="vh"> your e-mail addresses</span>
    </Link>
  )
  return (
    <Page title="Your account" sub={roles}>
      <div className="split split--wide">
        <AccountForm profile={profile} />
        <div className="stack stack-32">
          <section className="stack" aria-labelledby="addresses">
            <h2 id="addresses">Your e-mail addresses</h2>
            <SummaryList
              look="aside"
              items={addresses.map(({ email, isPrimary }) => ({
                term: isPrimary ? 'Mail goes to' : 'Also yours',
                value: email,
              }))}
            />
            <p>{change}</p>
          </section>
          <Devices devices={devices} here={here} />
        </div>
      </div>
    </Page>
  )
}
