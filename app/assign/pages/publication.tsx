import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { findChanges } from '#app/assign/changes.server'
import { boardPath, retractionPath } from '#app/assign/paths'
import { mailText, publishedText } from '#app/assign/publication'
import { publishDrafts } from '#app/assign/publication.server'
import { readPublication } from '#app/assign/publication-form.server'
import { PublicationList } from '#app/assign/publication-list'
import { requirePerson } from '#app/people/who.server'
import { undoTime } from '#app/program/undo-time.server'
import { Button, ButtonLink } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { programNow } from '#app/workflow/clock.server'
import { refusalIn } from '#app/workflow/form.server'
import { insist } from '#app/workflow/permissions'

export const meta = () => [{ title: 'Publish places – Board – IR rotations' }]

/** After a refusal, too, the list shows what can be published now. */
export const shouldRevalidate = () => true

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const { changes, undo } = await findChanges(me, params.year!)
  if (changes.length === 0) throw redirect(boardPath(params.year!))
  for (const { studentId } of changes) context.disclose(studentId, 'publication')
  return { changes, year: params.year!, undo }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'placement.arrange')
  const { reply, submission, publishing } = await readPublication(request)
  if (reply) return reply
  const [{ changes }, now] = [await findChanges(me, params.year!), programNow()]
  const publication = publishDrafts(me, params.year!, publishing, now)
  const refused = await refusalIn(submission, publication)
  if (refused) return (await findChanges(me, params.year!)).changes.length > 0 ? refused : nothingLeft(params.year!)
  const published = changes.filter(({ id }) => publishing.placementIds.includes(id))
  return redirectSaying(boardPath(params.year!), publishedText(published, await undoTime()), {
    action: retractionPath(params.year!, now.getTime()),
  })
}

const nothingLeft = (year: string) =>
  redirectSaying(boardPath(year), 'Nothing was published: somebody else published or removed these drafts meanwhile.')

export default function PublicationPage() {
  const { changes, year, undo } = useLoaderData<typeof loader>()
  const last = useLastResult()
  const [form, fields] = useForm<{ placement: string[] }>({ id: 'publication', lastResult: last })
  const hasMail = changes.some(({ to }) => to)
  const noun = changes.length === 1 ? 'change' : 'changes'
  return (
    <Page
      title={`Publish ${changes.length} ${noun}`}
      back={{ to: boardPath(year), label: `Board ${year.replace('-', '–')}` }}
    >
      <ErrorSummary form={form} />
      <p>
        Each student is offered the place until the day shown, and holds the seat until then; who comes from a list has
        it at once. {mailText(changes, undo)}
      </p>
      <Form method="post" className="stack" id={form.id} noValidate>
        <PublicationList changes={changes} field={fields.placement} typed={last?.initialValue} />
        <div className="cluster">
          <Button>{hasMail ? 'Publish and send' : 'Publish'}</Button>
          <ButtonLink kind="secondary" to={boardPath(year)}>
            Not yet
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
