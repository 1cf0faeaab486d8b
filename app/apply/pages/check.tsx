import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { AnswersList } from '#app/apply/answers-list'
import { readCheck } from '#app/apply/check.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'
import { Instant } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Check your answers – Your application – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return readCheck(await requirePerson(context), params.applicationId!, programNow())
}

export default function CheckPage() {
  const { id, title, groups, missing, isOpen, sendBy } = useLoaderData<typeof loader>()
  return (
    <Page
      title={isOpen ? 'Check your answers, then send' : 'What you sent'}
      sub={title}
      width="reading"
      back={{ to: `/applications/${id}`, label: 'Your application' }}
    >
      <AnswersList groups={groups} mayChange={isOpen} />
      {isOpen && missing.length ? (
        <Notice tone="warn" title="It cannot be sent yet">
          <ul className="bullets">
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>
            <Link to={`/applications/${id}`}>Go to the task list</Link>
          </p>
        </Notice>
      ) : null}
      {isOpen && missing.length === 0 ? (
        <section className="stack stack-12" aria-labelledby="send">
          <h2 id="send">Send your application</h2>
          <p>
            By sending you say that what stands above is true. You cannot change it afterwards; you can withdraw.
            {sendBy ? (
              <>
                {' '}
                It must be sent by <Instant at={sendBy} />.
              </>
            ) : null}
          </p>
          <Form method="post" action={`/applications/${id}/submission`}>
            <Button>Send application</Button>
          </Form>
        </section>
      ) : null}
    </Page>
  )
}
