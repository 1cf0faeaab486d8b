import type { FieldMetadata } from '@conform-to/react'
import { NumberField } from '#app/ui/number-field'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'
import { programTexts } from './program'
import { ruleGroups } from './rule'

export type ProgramFields = Record<string, FieldMetadata<string | number>>

/** Names, whom students reach, and where they go. */
export function ProgramTexts({ fields }: { fields: ProgramFields }) {
  return (
    <>
      <section aria-labelledby="names" className="stack stack-24">
        <h2 id="names">Names and contact</h2>
        <TextField field={fields.name} label={programTexts.name} />
        <TextField field={fields.hospital} label={programTexts.hospital} hint="As students read it." />
        <TextField field={fields.contactEmail} label={programTexts.contactEmail} type="email" spellCheck={false} />
        <TextField field={fields.contactPhone} label={programTexts.contactPhone} type="tel" inputMode="tel" />
      </section>
      <section aria-labelledby="first-day" className="stack stack-24">
        <h2 id="first-day">The first day, and exposures</h2>
        <TextField
          field={fields.firstDayAt}
          label={programTexts.firstDayAt}
          type="time"
          width={6}
          hint="Pacific Time."
        />
        <TextField
          field={fields.meetingPlace}
          label={programTexts.meetingPlace}
          hint="Continues the sentence “Meet at …”."
        />
        <TextField field={fields.exposurePhone} label={programTexts.exposurePhone} type="tel" inputMode="tel" />
        <TextArea
          field={fields.exposureText}
          label={programTexts.exposureText}
          hint="On every student’s week: whom to tell, who answers when, who pays."
        />
      </section>
    </>
  )
}

/** Every number that the portal acts on, with its unit. */
export function ProgramRules({ fields }: { fields: ProgramFields }) {
  return ruleGroups.map(({ title, rules }) => (
    <section key={title} aria-labelledby={idOf(title)} className="stack">
      <h2 id={idOf(title)}>{title}</h2>
      <div className="numbers">
        {rules.map(({ name, label, unit, hint, least, most }) => (
          <NumberField
            key={name}
            field={fields[name]}
            label={label}
            unit={unit}
            hint={`${hint} From ${least} to ${most}.`}
          />
        ))}
      </div>
    </section>
  ))
}

const idOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z]+/g, '-')
