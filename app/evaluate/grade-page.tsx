import type { SubmissionResult } from '@conform-to/react'
import { Details } from '#app/ui/details'
import { Page } from '#app/ui/page'
import { Tag } from '#app/ui/tag'
import { daysText, dayText } from '#app/ui/time'
import { countdown } from './grade'
import { GradeBasis } from './grade-basis'
import { GradeForm } from './grade-form'
import type { findGrade } from './grades.server'
import { SignedGrade } from './signed-grade'

type Face = Awaited<ReturnType<typeof findGrade>>
type DirectorFace = Extract<Face, { face: 'director' }>

/** The student reads the signed grade; the clerkship director weighs, drafts and signs, evidence beside the form. */
export function GradePage({ found, last }: { found: Face; last?: SubmissionResult<string[]> }) {
  if (found.face === 'director') return <DirectorGrade found={found} last={last} />
  const { service, firstOn, lastOn, signed } = found
  return (
    <Page
      title="Your grade"
      sub={`${service}, ${daysText(firstOn, lastOn)}`}
      back={{ to: '/feedback', label: 'Feedback' }}
      width="form"
    >
      <SignedGrade signed={signed} />
      <p>It is a recommendation to your school, which records the final grade.</p>
    </Page>
  )
}

function DirectorGrade({ found, last }: { found: DirectorFace; last?: SubmissionResult<string[]> }) {
  const { placement, signed, narrative, due } = found
  const version = signed.at(-1)?.version ?? 0
  const form = (
    <GradeForm
      placementId={placement.placementId}
      scale={placement.scale}
      grade={placement.grade}
      narrative={narrative}
      version={version}
      isEnded={placement.status === 'completed'}
      last={last}
    />
  )
  return (
    <Page
      title={`Grade ${placement.student}`}
      tag={version ? <Tag tone="ok">Signed</Tag> : <Due due={due} />}
      sub={<Where placement={placement} due={due} />}
      back={{ to: '/completion', label: 'Completion' }}
    >
      <div className="split split--half">
        <GradeBasis {...found} />
        <div className="stack stack-24">
          <SignedGrade signed={signed} />
          {version && !last ? <Details summary="Correct the grade">{form}</Details> : form}
        </div>
      </div>
    </Page>
  )
}

function Due({ due }: Pick<DirectorFace, 'due'>) {
  return <Tag tone={due.toAim < 0 ? 'warn' : 'neutral'}>{countdown(due.toAim, due.toLimit)}</Tag>
}

function Where({ placement, due }: Pick<DirectorFace, 'placement' | 'due'>) {
  const { block, service, firstOn, lastOn, school } = placement
  return (
    <>
      Block {block}, {service}, {daysText(firstOn, lastOn)}
      {school ? `. ${school}` : null}. Due {dayText(due.aimOn, { weekday: true })}, at the latest{' '}
      {dayText(due.limitOn, { weekday: true })}.
    </>
  )
}
