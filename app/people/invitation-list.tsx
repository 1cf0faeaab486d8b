import { Form } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { Email } from '#app/ui/email'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'
import { instantText } from '#app/ui/time'
import type { Role } from '#db/schema/people/actors'
import { type InvitationState, invitationTags } from './invitation'
import { roleNames } from './role'

type Invitation = {
  id: string
  name: string
  email: string
  role: Role
  by: string
  state: InvitationState
  expiresAt: Date
}

/** Who was invited, how it stands, and what can still be done. */
export function InvitationList({ invitations }: { invitations: Invitation[] }) {
  if (invitations.length === 0) return <p>Nobody has been invited yet. Invitations you send are listed here.</p>
  return <Table caption="Invitations" hideCaption list columns={columns} rows={invitations.map(rowOf)} />
}

const columns = [
  { key: 'who', label: 'Who' },
  { key: 'role', label: 'Role' },
  { key: 'state', label: 'State' },
  { key: 'acts', label: 'What you can do' },
]

function rowOf({ id, name, email, role, by, state, expiresAt }: Invitation) {
  const tag = <Tag tone={invitationTags[state].tone}>{invitationTags[state].label}</Tag>
  const isOver = state === 'accepted' || state === 'revoked'
  const cells = {
    who: (
      <>
        {name}
        <p className="hint">
          <Email address={email} />
        </p>
      </>
    ),
    role: roleNames[role],
    state: (
      <>
        {tag}{' '}
        <span className="hint">{state === 'open' ? `by ${by}, until ${instantText(expiresAt)}` : `by ${by}`}</span>
      </>
    ),
    acts: isOver ? null : <Acts id={id} name={name} />,
  }
  return { id, cells, closed: isOver }
}

function Acts({ id, name }: Pick<Invitation, 'id' | 'name'>) {
  const acts = [
    { step: 'renewal', label: 'Send again' },
    { step: 'revocation', label: 'Revoke' },
  ]
  return (
    <div className="cluster">
      {acts.map(({ step, label }) => (
        <Form key={step} method="post" action={`/people/invitations/${id}/${step}`}>
          <LinkButton>
            {label}
            <span className="vh"> the invitation of {name}</span>
          </LinkButton>
        </Form>
      ))}
    </div>
  )
}
