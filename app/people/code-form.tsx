import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { TextField } from '#app/ui/text-field'

/** Asks for the code that was sent; a link from the mail comes with it filled in, and still needs the button. */
export function CodeForm({ code, button }: { code: string; button: string }) {
  const [form, fields] = useForm<{ code: string }>({ lastResult: useLastResult(), defaultValue: { code } })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <TextField
        field={fields.code}
        label="Code"
        hint="Six digits, from the newest e-mail"
        autoComplete="one-time-code"
        inputMode="numeric"
        enterKeyHint="go"
        width={6}
      />
      <Button>{button}</Button>
    </Form>
  )
}
