import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Days, instantText } from '#app/ui/time'
import { type ShownDate, seatsText } from './seats'
import type { ShownWish } from './wish-list'

type Props = { options: ShownDate[]; wishes: ShownWish[]; most: number }

/** Every date of the clerkship that is not ranked yet: with a button, or with the reason why there is none. */
export function DateOptions({ options, wishes, most }: Props) {
  const order = wishes.map(({ key }) => key)
  const others = options.filter(({ key }) => !order.includes(key))
  return (
    <section aria-labelledby="add" className="stack stack-12">
      <h2 id="add">Add a date</h2>
      {order.length >= most ? <p className="muted">You have ranked {most}. Remove one to add another.</p> : null}
      <Form method="post" preventScrollReset>
        <ul className="rows rows--act">
          {others.map((option) => (
            <li key={option.key}>
              <span>
                <b>{option.name}</b>
                <br />
                <span className="hint">
                  <Days first={option.block.firstOn} last={option.block.lastOn} />
                  {option.problem ? null : ` · apply by ${applyBy(option)} · ${seatsText(option)}`}
                </span>
              </span>
              <Add option={option} order={order} most={most} />
            </li>
          ))}
        </ul>
      </Form>
    </section>
  )
}

const applyBy = ({ block }: ShownDate) => instantText(block.closesAt, { weekday: false }).split(', ')[0]

function Add({ option, order, most }: { option: ShownDate; order: string[]; most: number }) {
  if (option.problem) return <span className="rows__end">{option.problem}</span>
  if (order.length >= most) return <span className="rows__end" />
  return (
    <Button kind="secondary" size="small" name="order" value={[...order, option.key].join(' ')}>
      Add as wish {order.length + 1}
      <span className="vh">: {option.name}</span>
    </Button>
  )
}
