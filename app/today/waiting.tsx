import { NothingAsked, OwedList } from '#app/evaluate/owed-list'
import { Rows } from '#app/ui/rows'
import type { Today } from './today.server'

/** What this person was asked to answer about students; its heading only where the page is about more. */
export function OwedPart({ owed, isAlone }: Pick<Today, 'owed'> & { isAlone: boolean }) {
  if (owed.length === 0) return isAlone ? <NothingAsked nextOn={null} /> : null
  return (
    <section className="stack" aria-labelledby={isAlone ? undefined : 'owed'}>
      {isAlone ? null : <h2 id="owed">Waiting for you: {owed.length}</h2>}
      <OwedList owed={owed} heading={isAlone ? 'h2' : 'h3'} />
    </section>
  )
}

/** Whom this person works with, this week and the next. */
export function StudentsPart({ students }: Pick<Today, 'students'>) {
  if (students.length === 0) return null
  const items = students.map(({ when, firstOn, text }) => ({
    id: `${firstOn} ${text}`,
    key: <time dateTime={firstOn}>{when}</time>,
    children: text,
  }))
  return (
    <section className="stack stack-8" aria-labelledby="students">
      <h2 id="students">Your students</h2>
      <Rows items={items} first={9} ordered wrap />
    </section>
  )
}
