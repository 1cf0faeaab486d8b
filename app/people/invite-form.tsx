import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Radios } from '#app/ui/radios'
import { TextField } from '#app/ui/text-field'
import { INVITATION_DAYS } from './invitation'
import { roleNames, staffRoles } from './role'

type Invited = { name: string; email: string; role: string }

/** Invites one person to one role; a second role in the same account is a second invitation. */
export function InviteForm() {
  const [form, fields] = useForm<Invited>({ lastResult: useLastResult() })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <TextField field={fields.name} label="Name" hint="As they are called here: “Dr. Faraj”" autoComplete="off" />
      <TextField
        field={fields.email}
        label="E-mail address"
        hint="Somebody who has an account keeps it and gets the role besides"
        type="email"
        autoComplete="off"
        spellCheck={false}
      />
      <Radios
        field={fields.role}
        legend="Role"
        options={staffRoles.map((role) => ({ value: role, label: roleNames[role] }))}
        tight
      />
      <Button>Send the invitation</Button>
      <p className="hint">The link counts once, for {INVITATION_DAYS} days.</p>
    </Form>
  )
}
