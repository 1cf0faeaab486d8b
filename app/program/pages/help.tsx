import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { answers } from '#app/program/answers'
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
          ? answers.map(([question, answer]) => (
              <div key={question} className="stack stack-4 measure">
                <h3>{question}</h3>
                <p>{answer(program)}</p>
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
