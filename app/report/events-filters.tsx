import { Filters } from '#app/ui/filters'
import { dayText } from '#app/ui/time'
import { kindName } from './event'
import type { Wanted } from './events.server'

const fields = [
  { name: 'q', label: 'Student or reference', type: 'search' },
  { name: 'who', label: 'Done by', type: 'search' },
  { name: 'day', label: 'Day', type: 'date' },
] as const
type Name = (typeof fields)[number]['name'] | 'record'

/** By student, by who did it, by day; by record through a link of the list. */
export function EventsFilters({ wanted }: { wanted: Wanted }) {
  const words: Record<Name, string> = {
    q: `“${wanted.q}”`,
    who: `by “${wanted.who}”`,
    day: wanted.day && dayText(wanted.day, { weekday: true }),
    record: `One ${kindName(wanted.record.split(':')[0])}`,
  }
  const used = (Object.keys(words) as Name[]).filter((name) => wanted[name])
  return (
    <Filters
      label="Find in the log"
      button="Find"
      clear="?"
      chips={used.map((name) => ({ label: words[name], without: without(wanted, name) }))}
    >
      {wanted.record ? <input type="hidden" name="record" value={wanted.record} /> : null}
      {fields.map(({ name, label, type }) => (
        <div className="field" key={name}>
          <label className="label" htmlFor={name}>
            {label}
          </label>
          <input className="input" id={name} name={name} key={wanted[name]} type={type} defaultValue={wanted[name]} />
        </div>
      ))}
    </Filters>
  )
}

const without = ({ before, ...wanted }: Wanted, name: Name) =>
  `?${new URLSearchParams(Object.entries(wanted).filter(([key, value]) => value && key !== name))}`
