import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { DoneFields, EmergencyFields, StudyFields } from '#app/apply/profile-fields'
import { profileForm, type TypedProfile } from '#app/apply/profile-form.server'
import { readProfile, saveProfile } from '#app/apply/profiles.server'
import { nextPath } from '#app/people/sign-in'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { insist } from '#app/workflow/permissions'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Where you study – IR rotations' }]

const nextOf = (request: Request) => nextPath(new URL(request.url).searchParams.get('next') ?? '/applications')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  return { ...(await readProfile(me)), next: nextOf(request) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'application.start')
  const form = await readForm(request, profileForm)
  if (form.reply) return form.reply
  await saveProfile(me, form.value)
  return redirectSaying(nextOf(request), 'Where you study is saved.')
}

export default function ProfilePage() {
  const { typed, schools, next } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<TypedProfile>({ lastResult: useLastResult(), defaultValue: typed })
  return (
    <Page title="Where you study" width="form" heading={false} back={{ to: next, label: backLabel(next) }}>
      <Form method="post" className="stack stack-32" {...getFormProps(form)} noValidate>
        <ErrorSummary form={form} />
        <h1>Where you study</h1>
        <StudyFields fields={fields} schools={schools} />
        <DoneFields fields={fields} />
        <EmergencyFields fields={fields} />
        <div className="cluster">
          <Button>Save and continue</Button>
          <Button kind="secondary" formAction="/profile/draft" formNoValidate>
            Save and come back later
          </Button>
        </div>
      </Form>
    </Page>
  )
}

const backLabel = (next: string) => (next === '/applications' ? 'Your applications' : 'Your application')
