import type { FieldMetadata } from '@conform-to/react'
import { textOf, wire } from '#app/ui/field'
import { Table } from '#app/ui/table'
import { weekdays } from './conference'
import { type Half, type HalfDay, halfDay, halves } from './service'

export type WeekFields = Record<HalfDay, FieldMetadata<string>>
type Option = { value: string; label: string }

/** A choice for each half-day of the week: a row for each day. */
export function WeekChoices({ caption, fields, options }: { caption: string; fields: WeekFields; options: Option[] }) {
  return (
    <Table
      list
      hideCaption
      caption={caption}
      columns={[
        { key: 'day', label: 'Day' },
        { key: 'morning', label: 'Morning' },
        { key: 'afternoon', label: 'Afternoon' },
      ]}
      rows={weekdays.map((day, at) => {
        const choice = (half: Half) => (
          <Choice field={fields[halfDay(at + 1, half)]} label={`${day} ${half}`} options={options} />
        )
        return { id: day, cells: { day, ...Object.fromEntries(halves.map((half) => [half, choice(half)])) } }
      })}
    />
  )
}

const Choice = ({ field, label, options }: { field: FieldMetadata<string>; label: string; options: Option[] }) => (
  <select
    {...wire(field)}
    key={field.key}
    className="select select--small"
    aria-label={label}
    defaultValue={textOf(field)}
  >
    <option value="">Nothing</option>
    {options.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))}
  </select>
)
