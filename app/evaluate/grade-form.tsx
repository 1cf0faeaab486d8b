import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { Segmented } from '#app/ui/segmented'
import { SendBar } from '#app/ui/send-bar'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'

type GradeFormProps = {
  placementId: string
  scale: string[]
  grade: string | null
  narrative: string
  /** The last signed version; 0 before the first. */
  version: number
  isEnded: boolean
  last?: SubmissionResult<string[]>
}
type Fields = { grade: string; narrative: string; reason: string }

/** Grade and narrative: kept as a draft by Save, final by Sign. */
export function GradeForm({ placementId, scale, grade, narrative, version, isEnded, last }: GradeFormProps) {
  const here = `/placements/${placementId}/grade`
  const defaultValue = { grade: grade ?? '', narrative, reason: '' }
  const [form, fields] = useForm<Fields>({ id: 'grade', lastResult: last, defaultValue })
  return (
    <Form method="post" action={here} id={form.id} className="stack stack-24" reloadDocument noValidate>
      <ErrorSummary form={form} />
      <input type="hidden" name="after" value={version} />
      <Segmented
        field={fields.grade}
        legend="Recommended grade"
        hint="On the scale of the student’s school."
        options={scale.map((word) => ({ value: word, label: word }))}
      />
      <TextArea
        field={fields.narrative}
        label="Narrative"
        hint="Starts with the comments that may be quoted, word for word. Edit it."
        rows={14}
      />
      {version > 0 ? <TextField field={fields.reason} label="Why you correct it" /> : null}
      <SendBar said={isEnded ? undefined : 'Can be signed once the rotation has ended.'}>
        <Button kind="secondary">Save draft</Button>
        {isEnded ? (
          <Button formAction={`${here}/signature`}>{version > 0 ? 'Sign correction' : 'Sign grade'}</Button>
        ) : null}
      </SendBar>
    </Form>
  )
}
