import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { findProgram, publicAddress } from '#app/program/program.server'
import { Page } from '#app/ui/page'
import { publicMeta } from '#app/ui/public-meta'
import { SummaryList } from '#app/ui/summary-list'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta({
    title: 'Help',
    description: 'How to reach the coordinator, sign in, send documents, reply to an offer and withdraw.',
    address: data?.address,
  })

export async function loader() {
  return { program: await findProgram(), address: publicAddress('/help') }
}

export default function Help() {
  const { program } = useLoaderData<typeof loader>()
  return (
    <Page title="Help" width="reading" sub="Whom to ask, and answers to what students ask most.">
      {program ? (
        <section aria-labelledby="contact" className="stack">
          <h2 id="contact">Ask the coordinator</h2>
          <SummaryList
            items={[
              {
                term: 'E-mail',
                value: <a href={`mailto:${program.contactEmail}`}>{program.contactEmail}</a>,
              },
              {
                term: 'Telephone',
                value: <a href={`tel:+1${program.contactPhone.replaceAll('-', '')}`}>{program.contactPhone}</a>,
              },
              { term: 'Answer', value: 'Within 2 working days' },
            ]}
          />
        </section>
      ) : null}
      <section aria-labelledby="answers" className="stack stack-24">
        <h2 id="answers">Questions and answers</h2>
        {program
          ? answersOf(program).map(([question, answer]) => (
              <div key={question} className="stack stack-4 measure">
                <h3>{question}</h3>
                <p>{answer}</p>
              </div>
            ))
          : null}
        <p>
          <Link to="/sign-in">Sign in</Link> · <Link to="/clerkships">Dates and seats</Link>
        </p>
      </section>
    </Page>
  )
}

type Program = NonNullable<Awaited<ReturnType<typeof findProgram>>>

/** The answers carry the program’s own numbers. */
const answersOf = (program: Program): [question: string, answer: string][] => [
  [
    'How do I sign in?',
    'Enter your e-mail address. We send a six-digit code that works for a few minutes; there is no password. ' +
      'Students use the address that their school gave them.',
  ],
  [
    'The code does not come. What now?',
    'Look in the spam folder, then ask for a new one. If your school’s mail blocks it, write to the coordinator.',
  ],
  [
    'Can I stop and come back later?',
    'Yes. Every page saves what you typed. Nothing is sent until you check your answers and send them.',
  ],
  [
    'How many dates may I rank?',
    `Up to ${program.mostChoices}. Rank only dates you can come: we never place you on a date that you did not rank.`,
  ],
  [
    'When do I hear from you?',
    `Within ${program.decisionDays} days of sending. An offer tells the last day to reply: ${program.replyDays} days, ` +
      `or ${program.shortReplyDays} if the start is under ${program.shortReplyUnderDays} days away.`,
  ],
  [
    'A document was refused.',
    'Its page says what is wrong and what would cure it. Upload a newer one there; you need no message to us.',
  ],
  [
    'May I withdraw?',
    `At any time, without a mark before you accept. After that, tell us ${program.dropNoticeDays} days before the ` +
      'first day and the fee is refunded.',
  ],
  ['I was stuck by a needle, or something went wrong.', `Call ${program.exposurePhone}. ${program.exposureText}`],
]
