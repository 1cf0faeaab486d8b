import { ButtonLink } from '#app/ui/button'
import { Flash } from '#app/ui/flash'
import { Notice } from '#app/ui/notice'
import { Status } from '#app/ui/status'
import { Tag, type Tone } from '#app/ui/tag'
import { longName, Section } from './section'

const states: { tone: Tone; text: string }[] = [
  { tone: 'ok', text: 'Confirmed' },
  { tone: 'warn', text: 'Offer sent' },
  { tone: 'bad', text: 'There is a problem' },
  { tone: 'info', text: 'Under review' },
  { tone: 'wait', text: 'Waitlisted' },
  { tone: 'neutral', text: 'Draft' },
]

/** What is said: tags, status, notices, flash, empty states. */
export function Messages() {
  return (
    <Section id="messages" title="Tags, status and messages">
      <ul className="chips" aria-label="Tags">
        {states.map(({ tone, text }) => (
          <li key={tone}>
            <Tag tone={tone}>{text}</Tag>
          </li>
        ))}
      </ul>
      <Status
        tone="warn"
        line="We offer you block 8, February 1 – 26, on neuro IR. Reply by Tuesday, December 8, 11:59 PM PT."
        next="You act next. 14 days left."
      />
      <Status tone="ok" line="Your place is confirmed." />
      <Flash undo={{ action: '/styleguide' }}>{longName} placed in block 9, peripheral IR.</Flash>
      <Flash>Saved.</Flash>
      {states.map(({ tone, text }) => (
        <Notice key={tone} tone={tone} title={text}>
          Neuro IR, January 18 – 22: the only resident on neuro is away.
        </Notice>
      ))}
      <div className="columns columns--3">
        <p>
          No applications yet. They appear here once a student sends one. <a href="#messages">See open dates</a>
        </p>
        <p>
          Nothing under “Returned” for block 9. <a href="#messages">Clear filters</a>
        </p>
        <p>Nothing waiting. Next evaluations open on Friday, July 31.</p>
      </div>
      <section className="exposure" aria-labelledby="exposure">
        <h2 id="exposure">Needlestick, radiation, injury</h2>
        <p className="small">Wash or leave the room, then call. Tell your resident next.</p>
        <p>
          <a href="tel:+12135550199">213-555-0199</a>
        </p>
        <dl className="small">
          <dt>Who answers</dt>
          <dd>Employee health, 7 AM – 5 PM; the house supervisor at night</dd>
        </dl>
      </section>
      <p>
        <ButtonLink to="#messages">Back to the top of messages</ButtonLink>
      </p>
    </Section>
  )
}
