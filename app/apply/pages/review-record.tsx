import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { applicationTags } from '#app/apply/application'
import { wishName } from '#app/apply/choice'
import { DecisionForms } from '#app/apply/decision-forms'
import { Evidence } from '#app/apply/evidence'
import { History } from '#app/apply/history'
import { PaperTabs } from '#app/apply/paper-tabs'
import { isStage, stages } from '#app/apply/review'
import { ReviewList } from '#app/apply/review-list'
import { reviewOffers, shownOf } from '#app/apply/review-offers.server'
import { findReview } from '#app/apply/review-record.server'
import { ScoreForm } from '#app/apply/score-form'
import { requirePerson } from '#app/people/who.server'
import { Page } from '#app/ui/page'
import { Tag } from '#app/ui/tag'
import { instantText } from '#app/ui/time'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name} – Review – IR rotations` : 'Page not found – IR rotations' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const asked = new URL(request.url).searchParams
  const stage = asked.get('stage')
  const it = await findReview(me, params.applicationId!, isStage(stage) ? stage : 'review')
  context.disclose(it.application.studentId, 'review')
  for (const { studentId } of it.list) context.disclose(studentId, 'worklist')
  return {
    stage: isStage(stage) ? stage : ('review' as const),
    ...shownOf(it, asked.get('document')),
    ...reviewOffers(me, it),
  }
}

export default function ReviewRecordPage() {
  const it = useLoaderData<typeof loader>()
  const { label, tone } = applicationTags[it.application.status]
  return (
    <Page title="Review" heading={false}>
      <Link className="back" to={`/review?stage=${it.stage}`}>
        {stages[it.stage]}
      </Link>
      <div className="review">
        <ReviewList list={it.list} current={it.application.id} stage={it.stage} />
        <div className="stack stack-24">
          <div>
            <div className="head__title">
              <h1>{it.name}</h1>
              <Tag tone={tone}>{label}</Tag>
            </div>
            <p className="head__sub">{headText(it)}</p>
          </div>
          <p className="small">
            <b>Wishes:</b>{' '}
            {it.choices.map(({ choice, block, service }) => `${choice.rank} ${wishName(block, service)}`).join(' · ')}
          </p>
          <PaperTabs papers={it.papers} current={it.current} stage={it.stage} school={it.school} words={it.words} />
          <Evidence it={it} />
          {it.mayScore ? <ScoreForm it={it} /> : null}
          <DecisionForms it={it} />
          <History events={it.events} />
        </div>
      </div>
    </Page>
  )
}

type Head = { clerkship: string; application: { sentAt: Date | null; reference: string }; schoolName: string | null }

function headText({ application, clerkship, schoolName }: Head): string {
  const sent = application.sentAt ? `sent ${instantText(application.sentAt, { weekday: false })}` : ''
  return [clerkship, schoolName, sent, application.reference].filter(Boolean).join(' · ')
}
