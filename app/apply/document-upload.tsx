import { type FieldMetadata, type FormMetadata, getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { accepted, acceptedHint } from '#app/files/file'
import { Button } from '#app/ui/button'
import { Checkbox } from '#app/ui/checkboxes'
import { DateField } from '#app/ui/date-field'
import { FileField } from '#app/ui/file-field'
import type { TypedDocument } from './document-form.server'

type Props = {
  form: FormMetadata<TypedDocument>
  fields: { [K in keyof TypedDocument]: FieldMetadata<TypedDocument[K]> }
  name: string
  date: string | null
  mayDecline: boolean
  hasFile: boolean
}

/** The form that hands a file in: the words first, so that they are read even when the file is too large. */
export function DocumentUpload({ form, fields, name, date, mayDecline, hasFile }: Props) {
  return (
    <Form method="post" encType="multipart/form-data" className="stack stack-24" {...getFormProps(form)} noValidate>
      <h2>{hasFile ? 'Replace it' : 'Hand it in'}</h2>
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
        label={`${name}, as a file`}
        hint={hasFile ? `${acceptedHint}. Leave it out to keep the file above.` : acceptedHint}
        accept={accepted}
      />
      <div className="cluster">
        <Button>{hasFile ? 'Save' : 'Upload and continue'}</Button>
      </div>
    </Form>
  )
}
