import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Actions } from '#app/ui/styleguide/actions'
import { Board } from '#app/ui/styleguide/board'
import { FilledForm } from '#app/ui/styleguide/filled-form'
import { Lists } from '#app/ui/styleguide/lists'
import { Messages } from '#app/ui/styleguide/messages'
import { Pairs } from '#app/ui/styleguide/pairs'
import { Public } from '#app/ui/styleguide/public'
import { RefusedForm } from '#app/ui/styleguide/refused-form'
import { Review } from '#app/ui/styleguide/review'
import { Schedule } from '#app/ui/styleguide/schedule'
import { Section } from '#app/ui/styleguide/section'
import { Tables } from '#app/ui/styleguide/tables'
import { Week } from '#app/ui/styleguide/week'
import { Tag } from '#app/ui/tag'
import { insistDemo } from '#app/workflow/demo.server'

export const meta: MetaFunction = () => [
  { title: 'Error: Styleguide – IR rotations' },
  { name: 'robots', content: 'noindex' },
]

export function loader() {
  insistDemo()
  return null
}

/** Its forms are there to be looked at: pressing a button comes back. */
export function action() {
  insistDemo()
  return redirect('/styleguide', 303)
}

export default function Styleguide() {
  return (
    <Page
      title="Styleguide"
      sub="Every component in every state"
      tag={<Tag tone="neutral">Draft</Tag>}
      actions={
        <ButtonLink kind="secondary" to="#forms">
          Go to the forms
        </ButtonLink>
      }
      back={{ to: '/', label: 'Program' }}
    >
      <Section id="forms" title="Forms">
        <div className="stack stack-48 measure">
          <RefusedForm />
          <FilledForm />
        </div>
      </Section>
      <Actions />
      <Messages />
      <Lists />
      <Tables />
      <Board />
      <Week />
      <Pairs />
      <Schedule />
      <Review />
      <Public />
    </Page>
  )
}
