import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Checkbox } from '#app/ui/checkboxes'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Radios } from '#app/ui/radios'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'
import { isFileRule, phases, type Requirement, type RuleKind } from './requirement'
import { RuleFields } from './rule-fields'

export type TypedRequirement = Pick<Requirement, 'name' | 'task' | 'hint' | 'phase' | 'isHealth' | 'dueDaysBefore'> & {
  version: number
  kind: RuleKind
  issuedDays: number | null
  before: 'sending' | 'start'
  validDays: number | null
  words: number | null
}

export const blankRequirement: TypedRequirement = {
  ...{ version: 0, name: '', task: '', hint: '', phase: 'to start', isHealth: false, dueDaysBefore: 28, kind: 'file' },
  ...{ issuedDays: null, before: 'start', validDays: null, words: null },
}

type RequirementFieldsProps = { requirement: TypedRequirement; isNew?: boolean; button: string }

/** What is asked, in words, and the rule by which it is judged. */
export function RequirementFields({ requirement, isNew, button }: RequirementFieldsProps) {
  const [form, fields] = useForm<TypedRequirement>({ lastResult: useLastResult(), defaultValue: requirement })
  const isFile = isFileRule(requirement.kind)
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <TextField field={fields.name} label="Name" hint="“Transcript”" />
      <TextField field={fields.task} label="Task" hint="As the student’s list says it: “Upload your transcript”." />
      <TextArea
        field={fields.hint}
        label="Sentence beside it (optional)"
        rows={2}
        hint="What students read on the public page and beside the task. Say the rule here in words."
      />
      {isFile ? (
        <Radios field={fields.phase} legend="Needed" tight options={optionsOf(phases)} />
      ) : (
        <input type="hidden" name="phase" value={requirement.phase} />
      )}
      <RuleFields fields={fields} kind={requirement.kind} />
      {isFile || requirement.phase === 'to start' ? <DueDays field={fields.dueDaysBefore} /> : null}
      {isNew ? (
        <Checkbox
          field={fields.isHealth}
          label="About health: only the health reviewer opens it"
          hint="Everyone else reads “cleared” or “not cleared”. This stays as it is now."
        />
      ) : null}
      <Button>{button}</Button>
    </Form>
  )
}

const optionsOf = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }))

const DueDays = ({ field }: { field: FieldMetadata<number | null> }) => (
  <TextField
    field={field}
    label="Due, in days before the first day"
    width={4}
    inputMode="numeric"
    hint="Only for what is needed before the first day."
  />
)
