import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { ErrorSummary } from '#app/ui/error-summary'
import type { Wired } from '#app/ui/field'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { Tag } from '#app/ui/tag'
import { BrokenRules } from './broken-rules'
import { boardPath, proposalPath } from './paths'
import { proposalTags } from './proposal'
import type { ProposalShown } from './proposal.server'
import { ProposalWarnings, ProposalWorked, ProposalWorth } from './proposal-parts'
import { ProposalTable } from './proposal-table'

type Shown = { proposal: ProposalShown; year: string }

/** A proposal that is worked out: what it would change, each change to be chosen, and how it was come by. */
export function ProposalView({ proposal, year }: Shown) {
  const last = useLastResult()
  const [form, fields] = useForm<{ application: string[] }>({ id: 'accept', lastResult: last })
  const { label, tone } = proposalTags[proposal.status]
  const count = proposal.changes.length
  return (
    <Page
      title={`Proposal ${proposal.number}: ${count === 1 ? '1 change' : `${count} changes`}`}
      tag={<Tag tone={tone}>{label}</Tag>}
      back={{ to: boardPath(year), label: `Board ${year.replace('-', '–')}` }}
    >
      <ErrorSummary form={form} />
      <ProposalWarnings {...proposal} />
      <BrokenRules broken={proposal.broken} year={year} />
      <p className="muted">{proposal.summary.join(' ')}</p>
      <Changes proposal={proposal} year={year} field={fields.application} typed={last?.initialValue} />
      <Unplaced proposal={proposal} />
      <ProposalWorth worth={proposal.worth} />
      <ProposalWorked {...proposal} />
    </Page>
  )
}

type ChangesProps = Shown & { field: Wired; typed: Record<string, unknown> | null | undefined }

function Changes({ proposal: { changes }, year, field, typed }: ChangesProps) {
  const chosen = typed ? [typed[field.name]].flat() : changes.map(({ id }) => id)
  return (
    <div className="stack">
      {changes.length > 0 ? (
        <Form method="post" action={proposalPath(year, 'acceptance')} id="accept" noValidate>
          <ProposalTable
            caption="Changes that this proposal would make"
            lines={changes}
            choice={{ field, isChosen: (id) => chosen.includes(id) }}
          />
        </Form>
      ) : (
        <p>Everybody who can be placed already has the place that this proposal gives.</p>
      )}
      <div className="cluster">
        {changes.length > 0 ? <Button form="accept">Accept the chosen as drafts</Button> : null}
        <Form method="post" action={proposalPath(year, 'removal')}>
          <Button kind="secondary">Discard the proposal</Button>
        </Form>
      </div>
    </div>
  )
}

function Unplaced({ proposal: { unplaced, kept } }: Pick<Shown, 'proposal'>) {
  return (
    <>
      {unplaced.length > 0 ? (
        <section className="ruled stack" aria-labelledby="unplaced">
          <h2 id="unplaced">Without a place: {unplaced.length}</h2>
          <ProposalTable caption="Students without a place" lines={unplaced} />
        </section>
      ) : null}
      {kept.length > 0 ? (
        <Details summary={`Stay where they are: ${kept.length}`}>
          <ProposalTable caption="Students who stay where they are" lines={kept} />
        </Details>
      ) : null}
    </>
  )
}
