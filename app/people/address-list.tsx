import { Form } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { Email } from '#app/ui/email'
import { Tag } from '#app/ui/tag'

type Address = { id: string; email: string; isPrimary: boolean }

/** My addresses with what can be done with each. */
export function AddressList({ addresses }: { addresses: Address[] }) {
  return (
    <ul className="rows rows--act">
      {addresses.map(({ id, email, isPrimary }) => (
        <li key={id}>
          <Email address={email} />
          {isPrimary ? <Tag tone="info">Your mail goes here</Tag> : <Acts id={id} email={email} />}
        </li>
      ))}
    </ul>
  )
}

function Acts({ id, email }: Pick<Address, 'id' | 'email'>) {
  const acts = [
    { step: 'primary', label: 'Send my mail here' },
    { step: 'removal', label: 'Remove' },
  ]
  return (
    <span className="cluster">
      {acts.map(({ step, label }) => (
        <Form key={step} method="post" action={`/account/addresses/${id}/${step}`}>
          <LinkButton>
            {label}
            <span className="vh"> {email}</span>
          </LinkButton>
        </Form>
      ))}
    </span>
  )
}
