import type { FieldMetadata } from '@conform-to/react'
import { Radios } from '#app/ui/radios'
import { TextField } from '#app/ui/text-field'
import { fileRules, isFileRule, type RuleKind, ruleText } from './requirement'

type Fields = {
  kind: FieldMetadata<RuleKind>
  issuedDays: FieldMetadata<number | null>
  before: FieldMetadata<'sending' | 'start'>
  validDays: FieldMetadata<number | null>
  words: FieldMetadata<number | null>
}

const befores = [
  { value: 'sending', label: 'The day of sending' },
  { value: 'start', label: 'The first day' },
]

/** The rule of a requirement with its numbers; one that is not a file keeps its kind. */
export function RuleFields({ fields, kind }: { fields: Fields; kind: RuleKind }) {
  if (!isFileRule(kind)) return <KeptRule fields={fields} kind={kind} />
  return (
    <>
      <Radios
        field={fields.kind}
        legend="Rule"
        tight
        options={Object.entries(fileRules).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        field={fields.issuedDays}
        label="Issued at most so many days before"
        width={4}
        inputMode="numeric"
        hint="Only for a file issued not long before."
      />
      <Radios field={fields.before} legend="Before" tight options={befores} />
      <TextField
        field={fields.validDays}
        label="Counts for so many days from its date"
        width={4}
        inputMode="numeric"
        hint="Only for a file that is valid through the last day. Left empty: its date is the day it ends."
      />
    </>
  )
}

function KeptRule({ fields, kind }: { fields: Fields; kind: RuleKind }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {kind === 'statement' ? (
        <TextField field={fields.words} label="Most words" width={6} inputMode="numeric" />
      ) : (
        <p>
          <b>Rule</b>: {ruleText({ rule: { kind } as never })}.
        </p>
      )}
    </>
  )
}
