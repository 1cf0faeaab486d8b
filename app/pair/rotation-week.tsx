import { dayText } from '#app/ui/time'
import type { Slot, WeekDay } from './week.server'

const weekdayName = (on: string) => dayText(on, { weekday: true }).split(',')[0]

/** A student's half-days: a list of days that becomes columns with shared rows when there is room. */
export function RotationWeek({ days }: { days: WeekDay[] }) {
  return (
    <>
      <h2 className="vh">Half-days</h2>
      <div className="week">
        {days.map((day) => (
          <section
            key={day.on}
            className="week__day"
            aria-labelledby={`day-${day.on}`}
            aria-current={day.isToday ? 'date' : undefined}
          >
            <h3 id={`day-${day.on}`}>
              {weekdayName(day.on)}{' '}
              <small>
                {dayText(day.on, { short: true })}
                {day.isToday ? ' · today' : ''}
              </small>
            </h3>
            <ol className="week__slots">{day.off ? <Off text={day.off} /> : day.slots.map(SlotItem)}</ol>
          </section>
        ))}
      </div>
    </>
  )
}

function Off({ text }: { text: string }) {
  return (
    <li className="slot slot--off slot--whole">
      <span className="slot__time">All day</span>
      <b>Off</b>
      <span className="slot__who">{text}</span>
    </li>
  )
}

function SlotItem(slot: Slot) {
  return (
    <li key={slot.key} className={slot.isSession ? 'slot slot--session' : 'slot'}>
      <span className="slot__time">{slot.time}</span>
      <b>{slot.what}</b>
      {slot.who ? <span className="slot__who">{slot.who}</span> : null}
    </li>
  )
}
