import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { roleHints, roleNames, staffRoles } from '#app/people/role'
import { rolesRecord, saveRoles } from '#app/people/roles.server'
import { rolesForm } from '#app/people/roles-form.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { Checkboxes } from '#app/ui/checkboxes'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey, useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { VersionField } from '#app/ui/version-field'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'
import { insist, may } from '#app/workflow/permissions'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Roles of ${data?.person.name ?? 'a person'} – People – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return rolesRecord(await requirePerson(context), params.personId!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'person.roles')
  const form = await readForm(request, rolesForm)
  if (form.reply) return form.reply
  const refused = await saveRoles(me, params.personId!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: rolesForm }, refused)
  const undo = may(me, 'program.edit') ? await undoOf(me, 'roles', params.personId!, form.value.version) : undefined
  return redirectSaying(`/people/${params.personId}`, 'The roles are saved.', undo)
}

export default function PersonRoles() {
  const { person, changes, version } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  return (
    <Page
      title={`Roles of ${person.name}`}
      width="form"
      back={{ to: `/people/${person.id}`, label: person.name }}
      sub="Several roles add up. Whoever gains or loses one signs in anew."
    >
      <RolesForm key={key} />
      <History changes={changes} />
    </Page>
  )
}

function RolesForm() {
  const { person, version, isMe } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ version: number; roles: string[] }>({
    lastResult: useLastResult(),
    defaultValue: { version, roles: person.roles },
  })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <Checkboxes
        field={fields.roles}
        legend="Roles"
        hint={isMe ? 'You may give up a role of yours. Another one must be given to you by somebody else.' : undefined}
        options={staffRoles.map((role) => ({ value: role, label: roleNames[role], hint: roleHints[role] }))}
      />
      <Button>Save roles</Button>
    </Form>
  )
}
