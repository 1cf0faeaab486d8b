import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { FieldError } from '#app/ui/field'
import { useLastResult } from '#app/ui/last-result'
import { DefaultSubmit } from '#app/ui/list-editor'
import { Table } from '#app/ui/table'
import { Day, daysText } from '#app/ui/time'
import { VersionField } from '#app/ui/version-field'
import type { Block } from './opening'
import { Count, SeatCell } from './seat-cell'
import { FillFields, type TypedFill, wholeYear } from './seat-fill-fields'
import { type SeatLine, type SeatLines, seatKey } from './seat-grid'

type Service = { id: string; name: string }
type SeatFormProps = {
  caption: string
  blocks: Block[]
  services: Service[]
  lines: SeatLines
  taken: Record<string, number>
  version: number
}
type Counts = { getFieldset: () => Record<string, FieldMetadata<number>> }
type Row = { getFieldset: () => { heldDays: FieldMetadata<number>; seats: Counts; held: Counts } }

/** Blocks × services: the seats of each, edited where they stand or filled in by ranges, and saved at once. */
export function SeatForm({ caption, blocks, services, lines, taken, version }: SeatFormProps) {
  const [form, fields] = useForm<{ version: number; rows: Record<string, SeatLine>; fill: TypedFill }>({
    lastResult: useLastResult(),
    defaultValue: { version, rows: lines, fill: wholeYear(blocks, services) },
  })
  const rows = fields.rows.getFieldset() as unknown as Record<string, Row>
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <DefaultSubmit />
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <FillFields field={fields.fill} blocks={blocks} services={services} />
      <Table
        list
        hideCaption
        caption={caption}
        columns={[
          { key: 'block', label: 'Block' },
          ...services.map(({ id, name }) => ({ key: id, label: name })),
          { key: 'held', label: 'Held until' },
        ]}
        rows={blocks.map((block) => ({
          id: block.id,
          cells: { block: <BlockCell block={block} />, ...cellsOf(block, services, rows[block.id], taken) },
        }))}
      />
      <p>
        <Button name="pressed" value="save">
          Save seats
        </Button>
      </p>
    </Form>
  )
}

const BlockCell = ({ block: { name, firstOn, lastOn, applyByOn } }: { block: Block }) => (
  <>
    <span className="nowrap">Block {name}</span>
    <span className="hint nowrap seat__dates">{daysText(firstOn, lastOn, { short: true })}</span>
    <span className="hint nowrap seat__dates">
      Apply by <Day on={applyByOn} short />
    </span>
  </>
)

function cellsOf(block: Block, services: Service[], row: Row, taken: Record<string, number>) {
  const { heldDays, seats, held } = row.getFieldset()
  const cells = services.map(({ id, name }) => [
    id,
    <SeatCell
      key={id}
      seats={seats.getFieldset()[id]}
      held={held.getFieldset()[id]}
      where={`on ${name} in block ${block.name}`}
      taken={taken[seatKey(block.id, id)] ?? 0}
    />,
  ])
  const days = (
    <div className="seat">
      <Count field={heldDays} label="Days before" where={`that held seats of block ${block.name} go to anybody`} />
      <FieldError field={heldDays} />
    </div>
  )
  return { ...Object.fromEntries(cells), held: days }
}
