import type { FieldMetadata } from '@conform-to/react'
import { Button } from '#app/ui/button'
import { Checkboxes } from '#app/ui/checkboxes'
import { Details } from '#app/ui/details'
import { Select } from '#app/ui/select'
import { TextField } from '#app/ui/text-field'
import { daysText } from '#app/ui/time'
import type { Block } from './opening'
import { EVERY } from './seat-fill'

type Service = { id: string; name: string }
/** What is typed to fill a range: the seats are none until somebody types them. */
export type TypedFill = { service: string; seats: string; from: string; to: string; except: string[] }
type FillFieldsProps = { field: FieldMetadata<TypedFill>; blocks: Block[]; services: Service[] }

/** The range that the form begins with: the whole year, on the first service. */
export const wholeYear = (blocks: Block[], services: Service[]): TypedFill => ({
  ...{ service: services[0].id, seats: '', from: blocks[0].id, to: blocks[blocks.length - 1].id, except: [] },
})

/** One number for many cells of the grid; open while it is refused or holds a number. */
export function FillFields({ field, blocks, services }: FillFieldsProps) {
  const { service, seats, from, to, except } = field.getFieldset()
  const every = services.length > 1 ? [{ value: EVERY, label: 'Each service' }] : []
  const names = blocks.map((block) => ({ value: block.id, label: `Block ${block.name}, ${days(block)}` }))
  return (
    <Details summary="Fill many cells" open={Boolean(seats.initialValue) || !field.valid}>
      <div className="fill stack">
        <div className="cluster fill__range">
          <TextField field={seats} label="Seats in each cell" width={2} inputMode="numeric" autoComplete="off" />
          <Select
            field={service}
            label="On"
            options={[...services.map(({ id, name }) => ({ value: id, label: name })), ...every]}
          />
          <Select field={from} label="From" options={names} />
          <Select field={to} label="To" options={names} />
        </div>
        <Checkboxes field={except} tight legend="Leave out" options={names} />
        <p>
          <Button kind="secondary" name="pressed" value="fill">
            Fill and save
          </Button>
        </p>
      </div>
    </Details>
  )
}

const days = ({ firstOn, lastOn }: Block) => daysText(firstOn, lastOn, { short: true })
