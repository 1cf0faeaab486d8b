import { Filters } from '#app/ui/filters'
import { dayText } from '#app/ui/time'
import { type RosterWanted, rosterQuery } from './roster'

type FiltersProps = { blocks: { id: string; name: string }[]; wanted: RosterWanted }

/** By block, and by day. */
export function RosterFilters({ blocks, wanted }: FiltersProps) {
  const block = blocks.find(({ id }) => id === wanted.block)
  const chips = [
    ...(block ? [{ label: `Block ${block.name}`, without: rosterQuery({ ...wanted, block: '' }) || '?' }] : []),
    ...(wanted.on
      ? [{ label: dayText(wanted.on, { weekday: true }), without: rosterQuery({ ...wanted, on: '' }) || '?' }]
      : []),
  ]
  return (
    <Filters label="Who is here when" chips={chips} clear="?">
      <div className="field">
        <label className="label" htmlFor="block">
          Block
        </label>
        <select className="select" id="block" name="block" key={wanted.block} defaultValue={wanted.block}>
          <option value="">All</option>
          {blocks.map(({ id, name }) => (
            <option key={id} value={id}>
              Block {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="label" htmlFor="on">
          Day
        </label>
        <input className="input" id="on" name="on" type="date" key={wanted.on} defaultValue={wanted.on} />
      </div>
    </Filters>
  )
}
