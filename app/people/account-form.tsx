import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'

type Profile = {
  name: string
  familyName: string
  pronouns: string | null
  phone: string | null
  introduction: string | null
}

/** What a person says of themself; those they work with see it. */
export function AccountForm({ profile }: { profile: Profile }) {
  const [form, fields] = useForm<Profile>({ lastResult: useLastResult(), defaultValue: profile })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <TextField field={fields.name} label="Name" hint="As you are called here" autoComplete="name" />
      <TextField
        field={fields.familyName}
        label="Family name"
        hint="Lists are sorted by it"
        autoComplete="family-name"
      />
      <TextField field={fields.pronouns} label="Pronouns (optional)" hint="For example, she/her" />
      <TextField
        field={fields.phone}
        label="Telephone (optional)"
        hint="For the people you work with, on the days you work with them"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
      <TextArea
        field={fields.introduction}
        label="Introduction (optional)"
        hint="Two or three sentences for the team that will meet you"
      />
      <Button>Save</Button>
    </Form>
  )
}
