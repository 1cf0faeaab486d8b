import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Days, instantText } from '#app/ui/time'
import { blocksText, isFull, type ShownDate, seatsText } from './seats'
import type { ShownWish } from './wish-list'

type Props = { options: ShownDate[]; wishes: ShownWish[]; most: number; now: Date }

/** Every date of the clerkship that is not ranked yet: with a button, or with the reason why there is none. */
export function DateOptions({ options, wishes, most, now }: Props) {
  const order = wishes.map(({ key }) => key)
  const others = options.filter(({ key, isListed }) => isListed && !order.includes(key))
  const free = others.filter(({ problem }) => !problem)
  const barred = oncePerBlock(others.filter(({ problem }) => problem))
  const closed = barred.filter(({ block }) => block.closesAt < now)
  const full = [...new Set(free.filter(isFull).map(({ block }) => block.name))]
  return (
    <section aria-labelledby="add" className="stack stack-12">
      <h2 id="add">Add a date</h2>
      {order.length >= most ? <p className="muted">You have ranked {most}. Remove one to add another.</p> : null}
      <Form method="post" preventScrollReset>
        <ul className="rows rows--act">
          {free.map((option) => (
            <Row key={option.key} option={option}>
              <Add option={option} order={order} most={most} />
            </Row>
          ))}
          {barred.map((option) => (closed.includes(option) ? null : <Barred key={option.key} option={option} />))}
        </ul>
      </Form>
      {full.length ? (
        <p className="hint">{blocksText(full)}: a wish for a full date puts you on its waitlist.</p>
      ) : null}
      {closed.length ? (
        <Details summary={closed.length === 1 ? '1 date has closed' : `${closed.length} dates have closed`}>
          <ul className="rows rows--act">
            {closed.map((option) => (
              <Barred key={option.key} option={option} />
            ))}
          </ul>
        </Details>
      ) : null}
    </section>
  )
}

/** What bars a block bars it on each of its services. */
const oncePerBlock = (options: ShownDate[]) => [...new Map(options.map((option) => [option.block.id, option])).values()]

function Row({ option, children }: { option: ShownDate; children: ReactNode }) {
  const apply = `apply by ${instantText(option.block.closesAt, { weekday: false }).split(', ')[0]}`
  return (
    <li>
      <span>
        <b>{option.problem ? `Block ${option.block.name}` : option.name}</b>
        <br />
        <span className="hint">
          <Days first={option.block.firstOn} last={option.block.lastOn} />
          {option.problem ? null : ` · ${apply} · ${seatsText(option)}`}
        </span>
      </span>
      {children}
    </li>
  )
}

const Barred = ({ option }: { option: ShownDate }) => (
  <Row option={option}>
    <span className="rows__end">{option.problem}</span>
  </Row>
)

function Add({ option, order, most }: { option: ShownDate; order: string[]; most: number }) {
  if (order.length >= most) return <span className="rows__end" />
  return (
    <Button kind="secondary" size="small" name="order" value={[...order, option.key].join(' ')}>
      Add as wish {order.length + 1}
      <span className="vh">: {option.name}</span>
    </Button>
  )
}
