import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MissingPapers } from '#app/assign/missing-papers'
import { OfferTerms } from '#app/assign/offer-terms'
import { boardPath } from '#app/assign/paths'
import { placementTags } from '#app/assign/placement'
import { findPlacement } from '#app/assign/placement-record.server'
import { Answer, PlacementSteps } from '#app/assign/placement-steps'
import { PlacementTimeline } from '#app/assign/placement-timeline'
import { requirePerson } from '#app/people/who.server'
import { Page } from '#app/ui/page'
import { Status } from '#app/ui/status'
import { Tag } from '#app/ui/tag'
import { Day } from '#app/ui/time'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? titleOf(data) : ''} – Block ${data?.block.name ?? ''} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const it = await findPlacement(me, params.placementId!)
  context.disclose(it.placement.studentId, 'placement')
  return it
}

type Loaded = Awaited<ReturnType<typeof loader>>
type It = Pick<Loaded, 'isMine' | 'placement' | 'student'>
const titleOf = ({ isMine, placement, student }: It) =>
  isMine ? `Your ${placement.status === 'offered' ? 'offer' : 'place'}` : student.name

/** A draft's is for staff; any other is the student's, whose words staff see as such. */
const lineOf = ({ isMine, placement, standing }: It & Pick<Loaded, 'standing'>) =>
  isMine || placement.status === 'draft' ? standing.line : `The student reads: “${standing.line}”`

export default function PlacementPage() {
  const it = useLoaderData<typeof loader>()
  const { placement, application, clerkship, standing } = it
  const tag = placementTags[placement.status]
  const back = it.isMine
    ? { to: `/applications/${application.id}`, label: 'Your application' }
    : { to: boardPath(application.yearId), label: `Board ${application.yearId.replace('-', '–')}` }
  return (
    <Page
      title={titleOf(it)}
      tag={<Tag tone={tag.tone}>{tag.label}</Tag>}
      sub={`${clerkship.name}, ${application.yearId.replace('-', '–')} · ${application.reference}`}
      back={back}
    >
      <Status tone={standing.tone} line={lineOf(it)} next={it.isMine ? standing.next : null} />
      <Answer it={it} />
      <div className="split">
        <div className="stack stack-32">
          <OfferTerms it={it} />
          <MissingPapers it={it} />
          <PlacementSteps it={it} />
        </div>
        <aside className="stack stack-32" aria-label="Progress">
          <PlacementTimeline steps={it.timeline} />
          <Ending it={it} />
        </aside>
      </div>
    </Page>
  )
}

function Ending({ it }: { it: Loaded }) {
  if (!it.isMine || !it.steps.includes('accept') || !it.lastOn) return null
  return (
    <p className="ruled small">
      Without a reply the offer ends on <Day on={it.lastOn} /> and the seat goes to the next student.
    </p>
  )
}
