import { SummaryList } from '#app/ui/summary-list'
import { Tag, type Tone } from '#app/ui/tag'
import { Instant } from '#app/ui/time'
import { type Confirmation, schoolQuestions } from './confirmation'

type Props = Omit<Confirmation, 'answers'> & {
  tag: { label: string; tone: Tone }
  answers: Record<string, string> | null
}

/** What the school has answered; it can be read until the link expires. */
export function SchoolAnswered({ tag, answeredAt, signerName, signerTitle, answers, reason }: Props) {
  const confirmed = Object.entries(schoolQuestions).filter(([point]) => answers?.[point] === 'yes')
  return (
    <section className="stack stack-12" aria-labelledby="answered">
      <h2 id="answered">Your answer</h2>
      <SummaryList
        items={[
          { term: 'State', value: <Tag tone={tag.tone}>{tag.label}</Tag> },
          { term: 'Answered', value: answeredAt ? <Instant at={answeredAt} /> : null },
          { term: 'Signed by', value: signerName ? `${signerName}, ${signerTitle}` : null },
          ...confirmed.map(([point, question]) => ({ term: labels[point], value: question })),
          ...(reason ? [{ term: 'Reason', value: reason }] : []),
        ]}
      />
    </section>
  )
}

const labels: Record<string, string> = { standing: 'Standing', year: 'Year', cover: 'Cover' }
