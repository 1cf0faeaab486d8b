import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button'
import { Instant } from '#app/ui/time'

type Device = { id: string; device: string | null; createdAt: Date; seenAt: Date }

/** Where a person is signed in, each with a way to end it, and one to end all. */
export function Devices({ devices, here }: { devices: Device[]; here: string | null }) {
  return (
    <section className="stack" aria-labelledby="devices">
      <h2 id="devices">Where you are signed in</h2>
      <ul className="rows rows--act">
        {devices.map(({ id, device, seenAt }) => (
          <li key={id}>
            <div>
              <b>{device}</b>
              <p className="hint">{id === here ? 'This device' : <Seen at={seenAt} />}</p>
            </div>
            {id === here ? null : <End id={id} device={device} />}
          </li>
        ))}
      </ul>
      <Form method="post" action="/account/sign-outs" reloadDocument>
        <Button kind="secondary">Sign out everywhere</Button>
      </Form>
    </section>
  )
}

function Seen({ at }: { at: Date }) {
  return (
    <>
      Last used <Instant at={at} short />
    </>
  )
}

function End({ id, device }: Pick<Device, 'id' | 'device'>) {
  return (
    <Form method="post" action={`/account/devices/${id}/sign-out`}>
      <LinkButton>
        Sign out<span className="vh"> {device}</span>
      </LinkButton>
    </Form>
  )
}
