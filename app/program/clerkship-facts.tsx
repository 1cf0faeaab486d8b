import { Notice } from '#app/ui/notice'
import { SummaryList } from '#app/ui/summary-list'
import { Instant } from '#app/ui/time'
import type { academicYears, program } from '#db/schema/index'
import { type Clerkship, feeText, yearsText } from './opening'

type ClerkshipFactsProps = {
  clerkship: Clerkship
  program: typeof program.$inferSelect
  opened: { block: string; opensAt: Date }[]
  next?: typeof academicYears.$inferSelect
}

/** A clerkship in short, beside its dates. */
export function ClerkshipFacts({ clerkship, program, opened, next }: ClerkshipFactsProps) {
  const { weeks, years, feeCents, takesVslo } = clerkship
  const last = opened[opened.length - 1]
  const since = opened.find(({ opensAt }) => opensAt.getTime() === last?.opensAt.getTime())
  const replies = repliesText(program)
  return (
    <aside aria-label="In short" className="stack stack-24">
      <SummaryList
        look="aside"
        items={[
          { term: 'Length', value: `${weeks} weeks` },
          { term: 'For', value: `${yearsText(years)}, by the year you are in on the first day` },
          { term: 'Fee', value: `${feeText(feeCents)}, paid when you accept. None for affiliated schools.` },
          { term: 'Refund', value: `If we cancel, or at ${program.dropNoticeDays} days’ notice` },
          ...(last && since
            ? [
                {
                  term: 'Opened',
                  value: (
                    <>
                      Blocks {since.block}–{last.block}: <Instant at={last.opensAt} />
                    </>
                  ),
                },
              ]
            : []),
          { term: 'We reply', value: `Within ${program.decisionDays} days of sending` },
          { term: 'You reply', value: replies },
          { term: 'Ways in', value: takesVslo ? 'This portal or VSLO' : 'This portal' },
        ]}
      />
      {next?.opensAt ? (
        <Notice tone="wait" title="Next year">
          <p>
            {next.id.replace('-', '–')} opens on <Instant at={next.opensAt} />.
          </p>
        </Notice>
      ) : null}
    </aside>
  )
}

const repliesText = ({ replyDays, shortReplyDays, shortReplyUnderDays }: ClerkshipFactsProps['program']) =>
  `${replyDays} days; ${shortReplyDays} if the start is under ${shortReplyUnderDays} days away`
