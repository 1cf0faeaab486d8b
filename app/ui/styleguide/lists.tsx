import { Link } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { DocumentCard } from '#app/ui/document-card'
import { Figures } from '#app/ui/figures'
import { Meters } from '#app/ui/meter'
import { Queue } from '#app/ui/queue'
import { Rows } from '#app/ui/rows'
import { SummaryList } from '#app/ui/summary-list'
import { Tag } from '#app/ui/tag'
import { TaskList } from '#app/ui/task-list'
import { Day, Days, Instant } from '#app/ui/time'
import { Timeline } from '#app/ui/timeline'
import { longName, Section } from './section'

const change = (what: string) => (
  <Link to="#lists">
    Change<span className="vh"> {what}</span>
  </Link>
)

/** Task list, summary list, rows, queue, timeline, figures, meters, documents. */
export function Lists() {
  return (
    <Section id="lists" title="Lists">
      <div className="split">
        <div className="stack stack-32">
          <Tasks />
          <SummaryList
            items={[
              { term: 'Student', value: longName, act: change('student') },
              { term: 'Dates', value: <Days first="2027-02-01" last="2027-02-26" />, act: change('dates') },
              { term: 'Across months', value: <Days first="2026-08-31" last="2026-09-25" year /> },
              { term: 'Home school', value: '' },
            ]}
          />
          <Documents />
        </div>
        <Aside />
      </div>
      <Rows items={rows} first={8} wrap />
      <Queue items={queue} />
      <Figures items={figures} />
      <Figures items={figures} work />
    </Section>
  )
}

function Tasks() {
  return (
    <TaskList
      tasks={[
        { label: 'Say where you study', to: '#lists', state: 'Completed' },
        { label: 'Rank your dates', to: '#lists', state: 'In progress', todo: true, hint: '3 of 5 ranked' },
        {
          label: 'Upload your transcript',
          to: '#lists',
          state: 'There is a problem',
          tone: 'bad',
          hint: 'It is dated March 2, 2026, older than 6 months. Upload a newer one.',
        },
        { label: 'Write your statement', to: '#lists', state: 'Not yet started', todo: true },
        { label: 'Check your answers, then send', state: 'Cannot start yet', todo: true },
      ]}
    />
  )
}

function Documents() {
  return (
    <div className="stack stack-8">
      <DocumentCard name="transcript.pdf" state="Accepted" tone="ok" facts="Issued October 30, 2026 · PDF, 412 kB">
        <a href="#lists">Open the PDF, 412 kB</a>
      </DocumentCard>
      <DocumentCard
        name="IMG_20261124_a_photo_with_a_name_that_does_not_end_before_the_line_does.jpeg"
        state="There is a problem"
        tone="bad"
        problem="Your TB test of March 16, 2026 expires in week 3 of block 9. Upload one dated March 26, 2026 or later."
      >
        <a href="#lists">Replace</a>
      </DocumentCard>
    </div>
  )
}

function Aside() {
  return (
    <aside className="stack stack-32" aria-label="Progress">
      <Timeline
        items={[
          { title: 'You started', at: <Day on="2026-11-18" weekday />, when: 'past' },
          { title: '3 tasks left', hint: 'You act next', when: 'now' },
          { title: 'You send', at: <Instant at={new Date('2027-01-29T07:59:00Z')} />, when: 'later' },
        ]}
      />
      <Meters
        items={[
          { label: 'New consults seen and presented', value: 3, of: 20 },
          { label: 'Clinic half-days', value: 0, of: 6 },
          { label: 'Rounds', value: 12, of: 12 },
        ]}
      />
      <SummaryList
        look="aside"
        items={[
          { term: 'Length', value: '4 weeks' },
          { term: 'Fee', value: '$150, paid when you accept' },
        ]}
      />
    </aside>
  )
}

const rows = [
  {
    key: <Tag tone="warn">Overdue 2 days</Tag>,
    children: <b>Elias Brandt has not evaluated {longName}</b>,
    end: <LinkButton type="button">Remind</LinkButton>,
  },
  { key: 'Thu, Dec 3', children: 'Apply for block 8, February', end: '9 days' },
]
const queue = [
  { count: 3, to: '#lists', label: 'To review', hint: 'Oldest sent November 9', end: 'Reply by Nov 30' },
  { count: 128, to: '#lists', label: 'Documents to check', hint: '2 for block 7', end: '2 due Dec 7' },
  { count: 0, to: '#lists', label: 'Grades to sign' },
]
const figures = [
  { value: '5,000', label: 'clinic visits, 100–150 a week' },
  { value: '2,000', label: 'inpatient consults' },
  { value: '23 of 38', label: 'seats held, 20 of them by students who accepted' },
  { value: '100+', label: 'ablations: liver, lung, kidney, bone' },
]
