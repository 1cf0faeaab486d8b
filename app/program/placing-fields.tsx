import { Checkbox } from '#app/ui/checkboxes'
import type { Wired } from '#app/ui/field'
import { NumberField } from '#app/ui/number-field'
import { type Policy, placingLabels } from './placing'

const widthHint =
  'Reviewers score from 0 to 3 points. 10 makes three tiers, 5 makes six, 0 makes none: then a score only decides ' +
  'among equals. A wider tier lets more students have an early wish; a narrower one follows the scores more closely. ' +
  'Whoever has no score is in the last tier.'

/** What decides who is placed first, in the order in which it counts. */
export function PlacingFields({ fields }: { fields: Record<keyof Policy, Wired> }) {
  return (
    <>
      <fieldset className="stack">
        <legend className="label">Who is placed first</legend>
        <Checkbox
          field={fields.fourthYearsFirst}
          label={placingLabels.fourthYearsFirst}
          hint="By the year of study in the block of the first wish. They apply for residency sooner."
        />
        <Checkbox
          field={fields.affiliatesFirst}
          label={placingLabels.affiliatesFirst}
          hint="Among students of the same year where both boxes are checked."
        />
      </fieldset>
      <div className="numbers">
        <NumberField
          field={fields.scoreTierTenths}
          label="Students whose scores lie this close share a tier"
          unit="tenths of a point"
          hint={widthHint}
        />
        <NumberField
          field={fields.mostOfASchool}
          label={placingLabels.mostOfASchool}
          unit="students"
          hint="Empty: as many as there are seats. It holds for the board too; the program director may overbook."
        />
      </div>
    </>
  )
}
