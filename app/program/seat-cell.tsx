import type { FieldMetadata } from '@conform-to/react'
import { FieldError, textOf, wire } from '#app/ui/field'

type SeatCellProps = {
  seats: FieldMetadata<number>
  held: FieldMetadata<number>
  /** "on neuro IR in block 8" */
  where: string
  taken: number
}

/** The seats of one opening: how many, how many of them held for affiliated schools, and what is taken. */
export function SeatCell({ seats, held, where, taken }: SeatCellProps) {
  return (
    <div className="seat">
      <Count field={seats} label="Seats" where={where} />
      <Count field={held} label="Held" where={where} />
      {taken > 0 || seats.initialValue ? <span className="seat__taken">{taken} taken</span> : null}
      <FieldError field={seats} />
      <FieldError field={held} />
    </div>
  )
}

type CountProps = { field: FieldMetadata<number>; label: string; where: string }

/** One small number; its column says what it is, its label where. */
export const Count = ({ field, label, where }: CountProps) => (
  <label className="seat__count">
    <span>
      {label}
      <span className="vh"> {where}</span>
    </span>
    <input
      {...wire(field)}
      key={field.key}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      className="input input--2"
      defaultValue={textOf(field)}
    />
  </label>
)
