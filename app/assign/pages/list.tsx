import { getFormProps, useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { readList } from '#app/assign/list-form.server'
import { ListTable } from '#app/assign/list-table'
import { findList, keepList } from '#app/assign/lists.server'
import { boardPath, listPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { FileField } from '#app/ui/file-field'
import { useLastResult } from '#app/ui/last-result'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'
import { TextArea } from '#app/ui/text-area'
import { insist } from '#app/workflow/permissions'

export const meta = () => [{ title: 'Place from a list – Board – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { personIds, ...list } = await findList(await requirePerson(context), params.year!)
  for (const personId of personIds) context.disclose(personId, 'list')
  return { ...list, year: params.year! }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'placement.arrange')
  const form = await readList(request)
  if (form.reply) return form.reply
  await keepList(me, params.year!, form.value.list)
  return redirect(listPath(params.year!), 303)
}

export default function ListPage() {
  const { text, lines, year } = useLoaderData<typeof loader>()
  const last = useLastResult()
  const [form, fields] = useForm<{ list: string; file: File }>({
    id: 'list',
    lastResult: last,
    defaultValue: { list: text },
  })
  return (
    <Page title="Place from a list" back={{ to: boardPath(year), label: `Board ${year.replace('-', '–')}` }}>
      <p className="muted">
        Students who come without applying here, such as those of our own school. Seats, overlaps and agreements count
        for them as for everyone; no papers are asked for.
      </p>
      {lines.length > 0 && !last ? <Looked lines={lines} /> : null}
      <Form method="post" encType="multipart/form-data" className="stack stack-24" {...getFormProps(form)} noValidate>
        <ErrorSummary form={form} />
        <TextArea field={fields.list} label="The list" hint={HOW} rows={Math.min(14, Math.max(5, lines.length + 2))} />
        <FileField
          field={fields.file}
          label="Or a CSV file"
          hint="It takes the place of what is pasted."
          accept=".csv,.tsv,.txt"
        />
        <Button kind={lines.length > 0 ? 'secondary' : undefined}>Check the list</Button>
      </Form>
    </Page>
  )
}

const HOW =
  'Paste it from a spreadsheet: student, block, service, school. With headings the columns may stand in any order, ' +
  'and E-mail, Clerkship and Class (the year of graduation) may be added. Without a school it is our own.'

type Lines = ReturnType<typeof useLoaderData<typeof loader>>['lines']

/** What the list would do, and the button that does it once nothing stands in the way. */
function Looked({ lines }: { lines: Lines }) {
  const count = (state: Lines[number]['state']) => lines.filter((line) => line.state === state).length
  const [fresh, wrong] = [count('new'), count('problem')]
  return (
    <section className="stack" aria-labelledby="looked">
      <h2 id="looked">{fresh === 1 ? '1 student' : `${fresh} students`} to place</h2>
      {wrong > 0 ? (
        <Notice tone="warn" title={wrong === 1 ? '1 line has a problem' : `${wrong} lines have a problem`}>
          Nobody is placed before the whole list is right. Mend it below and check it again.
        </Notice>
      ) : null}
      <ListTable lines={lines} />
      {fresh > 0 && wrong === 0 ? (
        <Form method="post" action="drafts">
          <Button>Place {fresh === 1 ? '1 student' : `${fresh} students`} as drafts</Button>
        </Form>
      ) : null}
    </section>
  )
}
