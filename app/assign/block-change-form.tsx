import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { listText } from '#app/ui/list-text'
import { Table } from '#app/ui/table'
import { TextArea } from '#app/ui/text-area'
import { VersionField } from '#app/ui/version-field'
import type { FateLine } from './block-fates'
import type { Plan } from './block-plan.server'

type FormProps = {
  lines: FateLine[]
  /** Who asked for the block and has no place in it. */
  wishers: string[]
  version: string
  button: string
  isDanger?: boolean
  back: string
  /** One that failed: its reason and dates stand here again. */
  plan: Plan | null
}

const columns = [
  { key: 'student', label: 'Student' },
  { key: 'place', label: 'Place' },
  { key: 'fate', label: 'What happens' },
]

/** Whom the change of a block touches and how, other dates for whoever loses the place, and the reason. */
export function BlockChangeForm({ lines, wishers, version, button, isDanger, back, plan }: FormProps) {
  const last = useLastResult()
  const [form, fields] = useForm<{ reason: string; version: string }>({
    ...{ id: 'change', lastResult: last, defaultValue: { version, reason: plan?.reason } },
  })
  const rows = lines.map((line) => ({
    id: line.id,
    cells: {
      student: line.name,
      place: `${line.place} · ${line.state}`,
      fate: <Fated line={line} chosen={last ? last.initialValue?.[insteadOf(line.id)] : plan?.instead[line.id]} />,
    },
  }))
  return (
    <Form method="post" className="stack stack-24" id={form.id} noValidate>
      <ErrorSummary form={form} />
      <VersionField key={version} field={fields.version} />
      {rows.length > 0 ? (
        <Table caption="Whom it touches" columns={columns} rows={rows} list />
      ) : (
        <p>Nobody holds a place in it.</p>
      )}
      {wishers.length > 0 ? <p>Told too, since they asked for it: {listText(wishers)}.</p> : null}
      <TextArea
        field={fields.reason}
        label="Reason"
        hint="Every student who is told reads it in the message."
        maxLength={2000}
      />
      <div className="cluster">
        <Button kind={isDanger ? 'danger' : undefined}>{button}</Button>
        <ButtonLink kind="secondary" to={back}>
          Go back
        </ButtonLink>
      </div>
    </Form>
  )
}

const insteadOf = (placementId: string) => `instead-${placementId}`

function Fated({ line, chosen }: { line: FateLine; chosen: unknown }) {
  if (line.fate !== 'loses the place' || line.alternates.length === 0) return <>{line.says}</>
  return (
    <div className="stack stack-4">
      <p>{line.says}</p>
      <label>
        Offer at once
        <span className="vh"> to {line.name}</span>
        <select className="select select--small" name={insteadOf(line.id)} defaultValue={String(chosen ?? '')}>
          <option value="">No other dates now</option>
          {line.alternates.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
