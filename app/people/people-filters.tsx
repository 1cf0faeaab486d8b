import { Filters } from '#app/ui/filters'
import type { Role } from '#db/schema/people/actors'
import { roleNames } from './role'

type PeopleFiltersProps = { q?: string; role?: Role }

/** Find by name or address, and by role. */
export function PeopleFilters({ q, role }: PeopleFiltersProps) {
  const chips = [
    ...(q ? [{ label: `“${q}”`, without: `?${new URLSearchParams(role ? { role } : {})}` }] : []),
    ...(role ? [{ label: roleNames[role], without: `?${new URLSearchParams(q ? { q } : {})}` }] : []),
  ]
  return (
    <Filters label="Find people" chips={chips} clear="?" button="Find">
      <div className="field">
        <label className="label" htmlFor="q">
          Name or e-mail address
        </label>
        <input
          className="input"
          id="q"
          name="q"
          key={q}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          defaultValue={q}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor="role">
          Role
        </label>
        <select className="select" id="role" name="role" key={role} defaultValue={role ?? ''}>
          <option value="">Any</option>
          {Object.entries(roleNames).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </Filters>
  )
}
