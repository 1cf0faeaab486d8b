import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Days } from '#app/ui/time'
import { moved } from './choice'
import { type ShownDate, seatsText } from './seats'

export type ShownWish = { id: string; key: string; name: string; rank: number; option?: ShownDate }

/** My wishes in order; each button posts the whole order it would make. */
export function WishList({ wishes, mayChange }: { wishes: ShownWish[]; mayChange: boolean }) {
  if (wishes.length === 0) return <p className="muted">No date ranked yet. Add your first one below.</p>
  return (
    <ol className="wishes">
      {wishes.map((wish) => (
        <li key={wish.key}>
          <span className="wishes__rank">
            <span className="vh">Wish </span>
            {wish.rank}
          </span>
          <div>
            <b>{wish.name}</b>
            <br />
            <span className="hint">{wish.option ? <Facts {...wish.option} /> : 'Not offered any more'}</span>
          </div>
          {mayChange ? <Acts wish={wish} wishes={wishes} /> : null}
        </li>
      ))}
    </ol>
  )
}

const Facts = (option: ShownDate) => (
  <>
    <Days first={option.block.firstOn} last={option.block.lastOn} /> · {option.problem ?? seatsText(option)}
  </>
)

function Acts({ wish, wishes }: { wish: ShownWish; wishes: ShownWish[] }) {
  const keys = wishes.map(({ key }) => key)
  return (
    <Form method="post" className="wishes__acts" preventScrollReset>
      {wish.rank > 1 ? <Act act="up" label="Up" name={wish.name} order={moved(keys, wish.rank, 'up')} /> : null}
      {wish.rank < wishes.length ? (
        <Act act="down" label="Down" name={wish.name} order={moved(keys, wish.rank, 'down')} />
      ) : null}
      <Act act="remove" label="Remove" name={wish.name} order={keys.filter((key) => key !== wish.key)} />
    </Form>
  )
}

type ActProps = { act: 'up' | 'down' | 'remove'; label: string; name: string; order: string[] }

const Act = ({ act, label, name, order }: ActProps) => (
  <Button kind="secondary" size="small" data-act={act} name="order" value={order.join(' ')}>
    {label}
    <span className="vh">: {name}</span>
  </Button>
)
