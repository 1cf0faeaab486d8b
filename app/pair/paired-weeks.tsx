import { Rows } from '#app/ui/rows'
import type { pairingBoard } from './board.server'

type Student = ReturnType<typeof pairingBoard>['students'][number]

/** Who works with a student week by week, for those who read it and arrange nothing. */
export function PairedWeeks({ student: { attendings, attendingId, weeks } }: { student: Student }) {
  const record = attendings.find(({ value }) => value === attendingId)?.label ?? 'not set yet'
  return (
    <>
      <p>{`Attending of record: ${record}.`}</p>
      <Rows
        first={10}
        items={weeks.map(({ field, days, resident }) => ({
          id: field,
          key: days,
          children: resident ?? <span className="muted">No resident. The attending of record leads.</span>,
        }))}
      />
    </>
  )
}
