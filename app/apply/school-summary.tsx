import { SummaryList } from '#app/ui/summary-list'
import { Day, Days } from '#app/ui/time'

type Props = {
  student: { name: string; email: string }
  school: string
  graduatesOn: string | null
  clerkship: { name: string; weeks: number }
  hospital: string
  dates: { name: string; firstOn: string; lastOn: string; year: number | null }[]
}

/** Who asks for what: the facts that the school's word is about. */
export function SchoolSummary({ student, school, graduatesOn, clerkship, hospital, dates }: Props) {
  const wishes = dates.map(({ name, firstOn, lastOn, year }) => (
    <li key={name}>
      Block {name}: <Days first={firstOn} last={lastOn} year />
      {year ? `, in year ${year}` : null}
    </li>
  ))
  return (
    <SummaryList
      items={[
        { term: 'Student', value: `${student.name}, ${student.email}` },
        { term: 'School', value: school },
        { term: 'Graduates', value: graduatesOn ? <Day on={graduatesOn} year /> : null },
        { term: 'Rotation', value: `${clerkship.name}, ${clerkship.weeks} weeks, at ${hospital}` },
        { term: 'Dates wished', value: wishes.length ? <ul className="plain">{wishes}</ul> : null },
      ]}
    />
  )
}
