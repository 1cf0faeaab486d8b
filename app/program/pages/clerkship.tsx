import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ClerkshipFacts } from '#app/program/clerkship-facts'
import { findClerkship } from '#app/program/clerkships.server'
import { course } from '#app/program/linked-data'
import { isOpenOn, leftText } from '#app/program/opening'
import { publicAddress } from '#app/program/program.server'
import { RequirementLists } from '#app/program/requirement-lists'
import { SeatsTable } from '#app/program/seats-table'
import { YearsAhead } from '#app/program/years-ahead'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { publicMeta } from '#app/ui/public-meta'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta({
    title: `${data?.clerkship.name ?? 'Clerkship'} – Clerkships`,
    description: `${data?.clerkship.summary ?? ''} Dates, seats left, requirements, fee and how to apply.`,
    address: data?.address,
    linked: data && course(data.clerkship, applicable(data), data.address, data.home),
  })

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await findClerkship(params.slug ?? '')
  return { ...found, address: publicAddress(`/clerkships/${found.clerkship.slug}`), home: publicAddress('/') }
}

/** Openings with seats in blocks that can still be applied for. */
const applicable = ({ openings, today }: Awaited<ReturnType<typeof loader>>) =>
  openings.filter(({ seats, block }) => seats > 0 && isOpenOn(block, today))

export default function ClerkshipPage() {
  const { today, now, clerkship, openings, ahead, requirements, opened, years, program, others } =
    useLoaderData<typeof loader>()
  const isOpen = clerkship.status === 'open'
  return (
    <Page title={clerkship.name} width="reading" back={{ to: '/clerkships', label: 'Clerkships' }} heading={false}>
      <div className="stack stack-48">
        <div className="stack">
          <h1>{clerkship.name}</h1>
          <p className="lead">
            {clerkship.summary} {leftText(openings, today)}
          </p>
          {isOpen ? (
            <p className="cluster">
              <ButtonLink to={`/applications/new?clerkship=${clerkship.slug}`}>
                Apply for {clerkship.kind === 'elective' ? 'an elective' : 'a sub-internship'}
              </ButtonLink>
            </p>
          ) : (
            <p>It takes no applications now.</p>
          )}
        </div>
        <div className="split">
          <div className="stack stack-48">
            <section aria-labelledby="dates" className="stack">
              <h2 id="dates">Dates and seats</h2>
              <SeatsTable slug={clerkship.slug} name={clerkship.kind} {...{ openings, now, today }} />
              <p className="hint">
                Blocks run Monday to Friday. Applications close {program?.applyDaysBefore ?? 60} days before the first
                day, at 11:59 PM PT.
              </p>
            </section>
            <YearsAhead slug={clerkship.slug} name={clerkship.kind} openings={ahead} now={now} today={today} />
            <RequirementLists requirements={requirements} daysBefore={program?.papersDueDaysBefore ?? 28} />
          </div>
          {program ? (
            <ClerkshipFacts
              clerkship={clerkship}
              program={program}
              opened={opened}
              next={ahead.length > 0 ? undefined : years[1]}
            />
          ) : null}
        </div>
        {others.map((other) => (
          <section key={other.id} aria-labelledby={other.slug} className="ruled stack stack-8">
            <h2 id={other.slug}>{other.name}</h2>
            <p className="measure">
              {other.summary} {leftText(other.openings, today)}
            </p>
            <p>
              <Link to={`/clerkships/${other.slug}`}>Dates and seats of the {other.kind}</Link>
            </p>
          </section>
        ))}
      </div>
    </Page>
  )
}
