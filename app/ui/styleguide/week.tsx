import { Section } from './section'

type Slot = { time: string; what: string; who?: string; look?: string }

const days: { day: string; date: string; today?: boolean; slots: Slot[] }[] = [
  {
    day: 'Monday',
    date: 'Nov 23',
    slots: [
      { time: '7:00 AM', what: 'Core radiology' },
      { time: 'Morning', what: 'Procedure rooms', who: 'Dr. Faraj, Priya Raman', look: 'session' },
      { time: '12:00 PM', what: 'Diagnostic conference', who: 'Optional' },
      { time: 'Afternoon', what: 'Inpatients', who: 'Dr. Faraj, Priya Raman', look: 'session' },
    ],
  },
  {
    day: 'Tuesday',
    date: 'Nov 24 · today',
    today: true,
    slots: [
      { time: '7:00 AM', what: 'Multidisciplinary vascular' },
      { time: 'Morning', what: 'Consults', who: 'Dr. Wolfeschlegelsteinhausen, Priya Raman', look: 'session' },
    ],
  },
  {
    day: 'Thursday',
    date: 'Nov 26',
    slots: [{ time: 'All day', what: 'Holiday', who: 'Thanksgiving. You are off.', look: 'off slot--whole' }],
  },
]

/** A student's half-days: a list of days that becomes columns when there is room. */
export function Week() {
  return (
    <Section id="week" title="Week">
      <section aria-label="Half-days" className="week">
        {days.map(({ day, date, today, slots }) => (
          <section key={day} className="week__day" aria-label={day} aria-current={today ? 'date' : undefined}>
            <h3>
              {day} <small>{date}</small>
            </h3>
            <ol className="week__slots">
              {slots.map(({ time, what, who, look }) => (
                <li key={time} className={look ? `slot slot--${look}` : 'slot'}>
                  <span className="slot__time">{time}</span>
                  <b>{what}</b>
                  {who ? <span className="slot__who">{who}</span> : null}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </section>
    </Section>
  )
}
