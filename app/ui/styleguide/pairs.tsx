import { Tag } from '#app/ui/tag'
import { longName, Section } from './section'

const weeks = [
  { week: 1, dates: 'Jan 4 – 8', residents: ['Haddad, 1 of 2', 'Okafor, 0 of 2', 'None'] },
  { week: 2, dates: 'Jan 11 – 15', residents: ['Haddad, 1 of 2', 'None'], note: 'Okafor is away this week.' },
  { week: 3, dates: 'Jan 18 – 22', residents: [] },
]

/** The weeks of one student, one of them without a resident. */
export function Pairs() {
  return (
    <Section id="pairs" title="Pairings">
      <div className="pairs">
        <div className="stack stack-12">
          <div className="cluster cluster--base">
            <h3>{longName}</h3>
            <p className="muted">Peripheral IR, 4 weeks</p>
            <Tag tone="ok">Confirmed</Tag>
          </div>
          <ol className="pairs__weeks">
            {weeks.map((week) => (
              <PairsWeek key={week.week} {...week} />
            ))}
          </ol>
        </div>
      </div>
    </Section>
  )
}

function PairsWeek({ week, dates, residents, note }: (typeof weeks)[number]) {
  const none = residents.length === 0
  return (
    <li data-week={week} className={none ? 'pairs__week pairs__week--none' : 'pairs__week'}>
      <h3>
        Week {week} <span>{dates}</span>
      </h3>
      {none ? (
        <p>
          <b>No resident.</b> Raman is away. The attending of record leads.
        </p>
      ) : (
        <div className="field">
          <label htmlFor={`resident-${week}`}>Resident</label>
          <select className="select select--small" id={`resident-${week}`}>
            {residents.map((resident) => (
              <option key={resident}>{resident}</option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor={`attending-${week}`}>Attending</label>
        <select className="select select--small" id={`attending-${week}`}>
          <option>Dr. Eriksen, consult week</option>
        </select>
      </div>
      {note ? <p className="hint">{note}</p> : null}
    </li>
  )
}
