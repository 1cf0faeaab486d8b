import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { DateOptions } from '#app/apply/date-options'
import { readDates } from '#app/apply/dates.server'
import { rankDates } from '#app/apply/ranking.server'
import { orderForm, saidOf } from '#app/apply/ranking-form.server'
import { readHead } from '#app/apply/records.server'
import { WishList } from '#app/apply/wish-list'
import { requirePerson } from '#app/people/who.server'
import { ButtonLink } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'
import { programNow } from '#app/workflow/clock.server'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Rank your dates – Your application – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return readDates(await requirePerson(context), params.applicationId!, programNow())
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  await readHead(me, params.applicationId!)
  const order = await orderForm(request)
  const { before, after } = await rankDates(me, params.applicationId!, order)
  const here = `/applications/${params.applicationId}/choices`
  const undo = { action: `${here}?order=${encodeURIComponent(before.map(({ key }) => key).join(' '))}` }
  return redirectSaying(here, saidOf(before, after), undo)
}

export default function ChoicesPage() {
  const { application, program, wishes, options, hasProfile, isOpen, now } = useLoaderData<typeof loader>()
  const back = { to: `/applications/${application.id}`, label: 'Your application' }
  return (
    <Page title="Rank your dates" width="form" back={back} sub={subOf(program.mostChoices)}>
      {hasProfile ? null : (
        <Notice tone="warn" title="Say where you study first">
          <p>
            Which dates fit you depends on your year of study and your graduation.{' '}
            <Link to={`/profile?next=${encodeURIComponent(`${back.to}/choices`)}`}>Say where you study</Link>
          </p>
        </Notice>
      )}
      <section aria-labelledby="wishes" className="stack stack-12">
        <div className="cluster cluster--between cluster--base">
          <h2 id="wishes">Your wishes</h2>
          <p className="hint">
            {wishes.length} of {program.mostChoices}
          </p>
        </div>
        <WishList wishes={wishes} mayChange={isOpen} />
      </section>
      {isOpen ? <DateOptions options={options} wishes={wishes} most={program.mostChoices} now={now} /> : null}
      <p>
        <ButtonLink to={back.to}>{isOpen ? 'Continue' : 'Back to your application'}</ButtonLink>
      </p>
    </Page>
  )
}

const subOf = (most: number) =>
  `Rank up to ${most}. Add only dates you can come: we place you on the highest wish that has room, and never on a ` +
  'date you did not rank. Each change is saved at once.'
