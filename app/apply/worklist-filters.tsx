import { Filters } from '#app/ui/filters'
import type { Asked } from './worklist.server'

type Option = { value: string; label: string }
type Props = { asked: Asked; blocks: Option[]; services: Option[]; schools: Option[] }

/** Search and filters of the worklist: a GET form, so that the URL is the list. */
export function WorklistFilters({ asked, blocks, services, schools }: Props) {
  const lists = [
    { name: 'block', label: 'Block', options: blocks.map((it) => ({ ...it, label: `Block ${it.label}` })) },
    { name: 'service', label: 'Service', options: services },
    { name: 'school', label: 'School', options: schools },
  ] as const
  const chips = [
    ...(asked.q ? [{ label: `“${asked.q}”`, without: without(asked, 'q') }] : []),
    ...lists.flatMap(({ name, options }) => {
      const chosen = options.find((option) => option.value === asked[name])
      return chosen ? [{ label: chosen.label, without: without(asked, name) }] : []
    }),
  ]
  return (
    <Filters label="Find applications" chips={chips} clear={`?stage=${asked.stage}`}>
      <input type="hidden" name="stage" value={asked.stage} />
      <div className="field">
        <label htmlFor="q">Name, school or reference</label>
        <input className="input" id="q" name="q" type="search" defaultValue={asked.q} enterKeyHint="search" />
      </div>
      {lists.map(({ name, label, options }) => (
        <div className="field" key={name}>
          <label htmlFor={name}>{label}</label>
          <select className="select" id={name} name={name} defaultValue={asked[name]}>
            <option value="">Any</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
    </Filters>
  )
}

function without(asked: Asked, name: 'q' | 'block' | 'service' | 'school'): string {
  const kept = { q: asked.q, block: asked.block, service: asked.service, school: asked.school, [name]: '' }
  const pairs = Object.entries(kept).filter(([, value]) => value)
  return `?${new URLSearchParams([['stage', asked.stage], ...pairs])}`
}
