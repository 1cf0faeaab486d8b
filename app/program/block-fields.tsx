import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/date-field'
import { ErrorSummary } from '#app/ui/error-summary'
import type { Wired } from '#app/ui/field'
import { useLastResult } from '#app/ui/last-result'
import { DefaultSubmit, ListEditor } from '#app/ui/list-editor'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'
import { KeptId } from './named-list'

type TypedDate = { month: string; day: string; year: string }
type Dates = { name: string; firstOn: TypedDate; lastOn: TypedDate; applyByOn?: TypedDate }
export type TypedBlock = Dates & { version: number; mostStudents?: number | null; halves: (Dates & { id?: string })[] }
type Dated = Wired & { getFieldset: () => Record<'month' | 'day' | 'year', Wired> }

type BlockFieldsProps = { block: TypedBlock; applyDaysBefore: number; button: string }

/** A block: its name, its days, its halves. */
export function BlockFields({ block, applyDaysBefore, button }: BlockFieldsProps) {
  const [form, fields] = useForm<TypedBlock>({ lastResult: useLastResult(), defaultValue: block })
  const hint = `Left empty: ${applyDaysBefore} days before the first day. Students can apply until 11:59 PM PT.`
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <DefaultSubmit />
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <TextField field={fields.name} label="Name" width={6} hint="Students read “Block” before it." />
      <Days first={fields.firstOn} last={fields.lastOn} />
      <DateField field={fields.applyByOn as Dated} legend="Apply by (optional)" hint={hint} />
      <TextField
        field={fields.mostStudents}
        label="Most students at once (optional)"
        width={4}
        inputMode="numeric"
        hint="Only where the block itself has a limit; each service has its own."
      />
      <section aria-labelledby="halves" className="stack">
        <h2 id="halves">Halves</h2>
        <p className="hint">For electives: each half is applied for by itself and has its own apply-by day.</p>
        <ListEditor form={form} list={fields.halves} noun="half" none="This block is not divided.">
          {({ fields: half }) => (
            <div className="stack">
              <KeptId field={half.id} />
              <TextField field={half.name} label="Name" width={6} />
              <Days first={half.firstOn as unknown as Dated} last={half.lastOn as unknown as Dated} />
              <DateField field={half.applyByOn as unknown as Dated} legend="Apply by (optional)" />
            </div>
          )}
        </ListEditor>
      </section>
      <Button>{button}</Button>
    </Form>
  )
}

const Days = ({ first, last }: { first: Dated; last: Dated }) => (
  <div className="cluster cluster--base">
    <DateField field={first} legend="First day" />
    <DateField field={last} legend="Last day" />
  </div>
)
