import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import type { TypedDocument } from '#app/apply/document-form.server'
import { DocumentUpload } from '#app/apply/document-upload'
import { askedBeside, findPaper, receivePaper } from '#app/apply/papers.server'
import { PagePreview } from '#app/files/page-preview'
import { readUpload } from '#app/files/upload.server'
import { requirePerson } from '#app/people/who.server'
import { ButtonLink } from '#app/ui/button'
import { DocumentCard } from '#app/ui/document-card'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'
import { Instant } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'
import { conflict } from '#app/workflow/refusal'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.requirement.name} – Your application – IR rotations` }] : []

/** A refused form may have stored its file: the page shows it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 422 || defaultShouldRevalidate

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const paper = await findPaper(me, params.applicationId!, params.requirement!, programNow())
  return { ...paper, ...askedBeside(paper) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const paper = await findPaper(me, params.applicationId!, params.requirement!, programNow())
  if (!paper.mayReplace) throw conflict('This has been sent with your application, so it can no longer be replaced.')
  const refused = await receivePaper(me, paper, await readUpload(request, 'file'))
  const here = `/applications/${paper.id}/documents/${paper.requirement.key}`
  return refused ?? redirectSaying(here, `We have your ${paper.requirement.name}.`)
}

export default function DocumentPage() {
  const { id, requirement, verdict, file, state, mayReplace, typed, date, mayDecline } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<TypedDocument>({ lastResult: useLastResult(), defaultValue: typed })
  const upload = { form, fields, date, mayDecline, name: requirement.name, hasFile: file !== null }
  const back = { to: `/applications/${id}`, label: 'Your application' }
  return (
    <Page title={requirement.name} sub={requirement.hint} width="form" back={back}>
      <ErrorSummary form={form} />
      {verdict.state === 'problem' ? (
        <Notice tone="bad" title="There is a problem">
          {verdict.says}
        </Notice>
      ) : null}
      {file && state ? <HandedIn /> : null}
      {mayReplace ? <DocumentUpload {...upload} /> : null}
      {file ? (
        <p>
          <ButtonLink kind="secondary" to={back.to}>
            Back to your application
          </ButtonLink>
        </p>
      ) : null}
    </Page>
  )
}

/** What we have, with its pages in place. */
function HandedIn() {
  const { id, requirement, file, state } = useLoaderData<typeof loader>()
  if (!file || !state) return null
  const href = `/applications/${id}/documents/${requirement.key}/file`
  const received = (
    <>
      Received <Instant at={state.at} /> · {file.facts}
    </>
  )
  return (
    <div className="stack stack-12">
      <DocumentCard name={file.name} state={state.tag.label} tone={state.tag.tone} facts={received}>
        <a href={href} download>
          Download<span className="vh"> {file.name}</span>
        </a>
      </DocumentCard>
      <PagePreview href={href} name={file.name} pages={file.pages} />
    </div>
  )
}
