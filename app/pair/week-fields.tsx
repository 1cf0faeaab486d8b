import type { pairingBoard } from './board.server'
import type { Refused } from './refused'

type Student = ReturnType<typeof pairingBoard>['students'][number]
type Week = Student['weeks'][number]

/** The id of a field, so that the summary of a refusal leads to it. */
const idOf = (field: string) => `pairs-${field}`

/** One week, or part of one: who works with the student, and who can't and why. */
export function WeekFields({ week, refused }: { week: Week; refused?: Refused }) {
  const error = refused?.errors[week.field]
  const none = week.may.length === 0
  return (
    <li data-week={week.week} className={none ? 'pairs__week pairs__week--none' : 'pairs__week'}>
      <h3>
        Week {week.week} <span>{week.days}</span>
      </h3>
      {none ? (
        <p>
          <b>No resident.</b> The attending of record leads.
        </p>
      ) : (
        <div className={error ? 'field field--error' : 'field'}>
          <label htmlFor={idOf(week.field)}>
            Resident<span className="vh"> of {`${week.student}, ${week.days}`}</span>
          </label>
          {error ? (
            <span className="field__error" id={`${idOf(week.field)}-error`}>
              <span className="vh">Error: </span>
              {error}
            </span>
          ) : null}
          <select
            className="select select--small"
            id={idOf(week.field)}
            name={week.field}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${idOf(week.field)}-error` : undefined}
            defaultValue={refused?.chosen[week.field] ?? week.chosen}
          >
            <option value="">None</option>
            {week.may.map((it) => (
              <option key={it.id} value={it.id}>
                {`${it.name}, ${it.load} of ${it.most}`}
              </option>
            ))}
          </select>
        </div>
      )}
      {week.mayNot.length > 0 ? <p className="hint">{week.mayNot.join(' ')}</p> : null}
    </li>
  )
}

/** The attending of record: one a placement. */
export function RecordField({ student, refused }: { student: Student; refused?: Refused }) {
  const name = `attending.${student.placementId}`
  return (
    <div className="field">
      <label className="label" htmlFor={idOf(name)}>
        Attending of record<span className="vh"> of {student.name}</span>
      </label>
      <select
        className="select"
        id={idOf(name)}
        name={name}
        defaultValue={refused?.chosen[name] ?? student.attendingId ?? student.attendings[0]?.value ?? ''}
      >
        {student.attendings.map((it) => (
          <option key={it.value} value={it.value}>
            {it.label}
          </option>
        ))}
      </select>
    </div>
  )
}
