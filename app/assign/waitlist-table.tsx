import { Link } from '@remix-run/react'
import { Table } from '#app/ui/table'
import { Instant } from '#app/ui/time'
import { ordinal } from './waitlist'
import type { FoundWaitlist } from './waitlist-line.server'

const columns = [
  { key: 'student', label: 'Student' },
  { key: 'place', label: 'Place' },
  { key: 'why', label: 'Stands here by' },
  { key: 'seat', label: 'Can have the seat' },
  { key: 'steps', label: 'Steps' },
]
type Place = FoundWaitlist['students'][number]

/** Everybody who waits for an opening, first to last. */
export function WaitlistTable({ it, path }: { it: FoundWaitlist; path: string }) {
  const rows = it.students.map((student, at) => ({
    id: student.id,
    cells: {
      place: ordinal(at + 1),
      student: <Link to={`/review/${student.id}`}>{student.name}</Link>,
      why: whyHere(student),
      seat: <Seat it={student} full={it.full} />,
      steps: it.mayArrange ? <Steps it={student} path={path} isAlone={it.students.length === 1} /> : '',
    },
  }))
  return <Table caption="Who waits, in order" hideCaption columns={columns} rows={rows} list />
}

function whyHere({ isPutHere, tier, score }: Place): string {
  if (isPutHere) return 'The coordinator’s order'
  return `Tier ${tier}, ${score === null ? 'not scored' : `score ${score.toFixed(1)}`}, then the lottery`
}

function Seat({ it, full }: { it: Place; full: string | null }) {
  if (it.forbids)
    return (
      <>
        No: {it.forbids}
        {it.skippedAt ? (
          <>
            . Skipped <Instant at={it.skippedAt} weekday={false} />
          </>
        ) : null}
      </>
    )
  return <>{full ? 'Once one is free' : 'Yes'}</>
}

type StepsProps = { it: Place; path: string; isAlone: boolean }

const Steps = ({ it, path, isAlone }: StepsProps) => (
  <span className="cluster">
    {it.mayBeOffered ? (
      <Link to={`${path}/offer?place=${it.id}`}>
        Offer the seat<span className="vh"> to {it.name}</span>
      </Link>
    ) : null}
    {isAlone ? null : (
      <Link to={`${path}/order?place=${it.id}`}>
        Move<span className="vh"> {it.name}</span>
      </Link>
    )}
  </span>
)
