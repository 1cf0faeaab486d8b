import { ButtonLink } from '#app/ui/button'
import { SummaryList } from '#app/ui/summary-list'
import type { program } from '#db/schema/index'
import { type Clerkship, feeText, yearsText } from './opening'

type WayInProps = { clerkships: Clerkship[]; program: typeof program.$inferSelect }

/** How to apply in four steps, and what it costs. */
export function WayIn({ clerkships, program }: WayInProps) {
  const kinds = clerkships.map(({ kind, weeks, years }) => `${titled(kind)}: ${weeks} weeks, ${yearsText(years)}.`)
  const fees = clerkships.map(({ kind, feeCents }) => ({ term: titled(kind), value: feeText(feeCents) }))
  const refund = `If we cancel, or you tell us ${program.dropNoticeDays} days before`
  return (
    <section aria-labelledby="apply" className="stack stack-24">
      <h2 id="apply">How to apply</h2>
      <div className="split">
        <ol className="steps">
          <li>
            <h3>Pick a clerkship and rank up to {program.mostChoices} dates</h3>
            <p>{kinds.join(' ')}</p>
          </li>
          <li>
            <h3>Hand in your documents and ask your school</h3>
            <p>
              CV, transcript, Step 1 or Level 1, a statement of up to 300 words, the immunization form. Your school
              confirms by a link, without an account.
            </p>
          </li>
          <li>
            <h3>Hear from us within {program.decisionDays} days</h3>
            <p>
              An offer names the block and the service. You have {program.replyDays} days to reply,{' '}
              {program.shortReplyDays} if the start is near.
            </p>
          </li>
          <li>
            <h3>Clear your papers {program.papersDueDaysBefore} days before you start</h3>
            <p>Health, background check, modules. You upload each once; we say what is wrong and by when.</p>
          </li>
        </ol>
        <div className="stack stack-12">
          <h3>Fees</h3>
          <SummaryList
            look="fees"
            items={[...fees, { term: 'Affiliated schools', value: 'No fee' }, { term: 'Refund', value: refund }]}
          />
        </div>
      </div>
      <p>
        <ButtonLink to="/clerkships">See dates and seats</ButtonLink>
      </p>
    </section>
  )
}

const titled = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1)
