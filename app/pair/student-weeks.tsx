import { Tag } from '#app/ui/tag'
import type { pairingBoard } from './board.server'
import { PairedWeeks } from './paired-weeks'
import type { Refused } from './refused'
import { RecordField, WeekFields } from './week-fields'

type Student = ReturnType<typeof pairingBoard>['students'][number]
const tones = { accepted: 'info', confirmed: 'ok', completed: 'neutral' } as const
const words = { accepted: 'Accepted', confirmed: 'Confirmed', completed: 'Completed' } as const
type Shown = keyof typeof tones

type StudentWeeksProps = { student: Student; refused?: Refused; mayArrange: boolean }

/** A placed student's weeks, with the attending of record. */
export function StudentWeeks({ student, refused, mayArrange }: StudentWeeksProps) {
  const heading = `student-${student.placementId}`
  const status = student.status as Shown
  return (
    <section aria-labelledby={heading} className="stack stack-12">
      <div className="cluster cluster--base">
        <h2 id={heading}>{student.name}</h2>
        <p className="muted">
          {student.service}, {student.clerkship}
        </p>
        <Tag tone={tones[status]}>{words[status]}</Tag>
      </div>
      {mayArrange ? (
        <>
          <RecordField student={student} refused={refused} />
          <ol className="pairs__weeks">
            {student.weeks.map((week) => (
              <WeekFields key={week.field} week={week} refused={refused} />
            ))}
          </ol>
        </>
      ) : (
        <PairedWeeks student={student} />
      )}
    </section>
  )
}
