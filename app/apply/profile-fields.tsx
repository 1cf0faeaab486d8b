import type { FieldMetadata } from '@conform-to/react'
import { DateField } from '#app/ui/date-field'
import { Radios } from '#app/ui/radios'
import { TextField } from '#app/ui/text-field'
import type { TypedProfile } from './profile-form.server'

type Fields = { [K in keyof TypedProfile]: FieldMetadata<TypedProfile[K]> }

/** Where and how far a student studies. */
export function StudyFields({ fields, schools }: { fields: Fields; schools: string[] }) {
  return (
    <>
      <TextField
        field={fields.school}
        label="School"
        hint="Choose from the list, or type its name"
        suggestions={schools}
        autoComplete="organization"
      />
      <TextField
        field={fields.registrarEmail}
        label="Registrar’s e-mail address"
        hint="We send it a link when you ask us to. No account is needed."
        type="email"
        autoComplete="off"
      />
      <DateField
        field={fields.promotesOn as never}
        legend="When do you become a 4th-year student?"
        hint="A day in the past is fine, for example 5 4 2026"
      />
      <DateField field={fields.graduatesOn as never} legend="When do you graduate?" hint="For example, 5 28 2027" />
    </>
  )
}

/** What must be done before the first day. */
export function DoneFields({ fields }: { fields: Fields }) {
  return (
    <>
      <DateField field={fields.medicineDoneOn as never} legend="Last day of your medicine clerkship" hint={dayHint} />
      <DateField field={fields.surgeryDoneOn as never} legend="Last day of your surgery clerkship" hint={dayHint} />
      <Radios field={fields.exam} legend="Which examination did you pass?" hint={laterHint} options={exams} />
      <DateField field={fields.examPassedOn as never} legend="When did you pass it?" hint={laterHint} />
    </>
  )
}

/** Whom to call. */
export function EmergencyFields({ fields }: { fields: Fields }) {
  return (
    <>
      <TextField field={fields.emergencyName} label="Emergency contact (optional)" hint="Name and relation" />
      <TextField field={fields.emergencyPhone} label="Their phone number (optional)" type="tel" inputMode="tel" />
    </>
  )
}

const dayHint = 'Done or planned, for example 3 26 2027'
const laterHint = 'You can leave this out now, but not when you send'
const exams = [
  { value: 'step-1', label: 'USMLE Step 1' },
  { value: 'level-1', label: 'COMLEX Level 1' },
]
