import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { yearName } from '#app/program/calendar'
import { listClerkships } from '#app/program/clerkships.server'
import { feeText, leftText } from '#app/program/opening'
import { publicAddress } from '#app/program/program.server'
import { SeatsTable } from '#app/program/seats-table'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { publicMeta } from '#app/ui/public-meta'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta({
    title: 'Clerkships',
    description: 'The sub-internship and the elective in interventional radiology: dates, seats left, fees.',
    address: data?.address,
  })

export async function loader() {
  return { ...(await listClerkships()), address: publicAddress('/clerkships') }
}

export default function Clerkships() {
  const { today, now, clerkships } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Clerkships"
      width="reading"
      sub="What you can apply for, with the dates that are still to come and the seats left on each."
    >
      {clerkships.length === 0 ? <p>No clerkship is open yet.</p> : null}
      {clerkships.map(({ id, slug, name, summary, kind, feeCents, openings, ahead }) => (
        <section key={id} aria-labelledby={slug} className="stack">
          <h2 id={slug}>
            <Link to={`/clerkships/${slug}`}>{name}</Link>
          </h2>
          <p className="measure">
            {summary} {feeText(feeCents)}. {leftText(openings, today)}
          </p>
          <SeatsTable slug={slug} name={kind} openings={openings} now={now} today={today} />
          {ahead.length > 0 ? (
            <p>
              <Link to={`/clerkships/${slug}#year-${ahead[0].block.yearId}`}>
                Dates and seats in {yearName(ahead[0].block.yearId)}
              </Link>
            </p>
          ) : null}
          <p>
            <ButtonLink kind="secondary" to={`/clerkships/${slug}`}>
              What the {kind} asks for
            </ButtonLink>
          </p>
        </section>
      ))}
    </Page>
  )
}
