import { getFormProps, useForm } from '@conform-to/react'
import { Form, useLoaderData } from '@remix-run/react'
import { accepted, acceptedHint } from '#app/files/file'
import { Button } from '#app/ui/button'
import { Checkbox } from '#app/ui/checkboxes'
import { DateField } from '#app/ui/date-field'
import { ErrorSummary } from '#app/ui/error-summary'
import { FileField } from '#app/ui/file-field'
import { useLastResult } from '#app/ui/last-result'
import type { TypedDocument } from './document-form.server'

type Shown = {
  requirement: { name: string }
  date: string | null
  mayDecline: boolean
  file: object | null
  typed: TypedDocument
}

/** The form that hands a file in: the words first, so that they are read even when the file is too large. */
export function DocumentUpload() {
  const { requirement, date, mayDecline, file, typed } = useLoaderData<Shown>()
  const [form, fields] = useForm<TypedDocument>({ lastResult: useLastResult(), defaultValue: typed })
  return (
    <Form method="post" encType="multipart/form-data" className="stack stack-24" {...getFormProps(form)} noValidate>
      <ErrorSummary form={form} />
      <h2>{file ? 'Replace it' : 'Hand it in'}</h2>
      {date ? (
        <DateField field={fields.datedOn as never} legend={date} hint="As it stands on the document, like 5 28 2026" />
      ) : null}
      {mayDecline ? (
        <Checkbox
          field={fields.declined}
          value="yes"
          label="I decline this dose and will wear a mask in patient areas"
        />
      ) : null}
      <FileField
        field={fields.file}
        label={`${requirement.name}, as a file`}
        hint={file ? `${acceptedHint}. Leave it out to keep the file above.` : acceptedHint}
        accept={accepted}
      />
      <div className="cluster">
        <Button>{file ? 'Save' : 'Upload and continue'}</Button>
      </div>
    </Form>
  )
}
