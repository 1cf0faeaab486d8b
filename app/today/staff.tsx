import { Form, Link } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button'
import { Queue } from '#app/ui/queue'
import { Rows } from '#app/ui/rows'
import { Tag } from '#app/ui/tag'
import { Day } from '#app/ui/time'
import type { First } from './first'
import type { Today } from './today.server'

/** Finds a student's application from anywhere in the day. */
export function FindStudent() {
  return (
    <Form className="search" action="/review" role="search">
      <input type="hidden" name="stage" value="all" />
      <label htmlFor="find">Find a student</label>
      <input className="input" id="find" name="q" type="search" enterKeyHint="search" autoComplete="off" />
      <Button kind="secondary">Find</Button>
    </Form>
  )
}

export function FirstPart({ first }: Pick<Today, 'first'>) {
  if (first.length === 0) return null
  const items = first.map((it) => ({
    id: it.about + it.tag,
    key: <Tag tone={it.tone}>{it.tag}</Tag>,
    children: <FirstLine it={it} />,
    end: it.remind ? <Remind {...it.remind} /> : '',
  }))
  return (
    <section className="stack stack-8" aria-labelledby="needs">
      <h2 id="needs">Needs you first</h2>
      <Rows items={items} first={9} wrap />
    </section>
  )
}

const FirstLine = ({ it }: { it: First }) => (
  <>
    {it.to ? (
      <Link to={it.to}>
        <b>{it.about}</b>
      </Link>
    ) : (
      <b>{it.about}</b>
    )}
    {it.rest}
  </>
)

const Remind = ({ authorId, name }: NonNullable<First['remind']>) => (
  <Form method="post" action="/completion/reminders">
    <input type="hidden" name="author" value={authorId} />
    <LinkButton>
      Remind<span className="vh"> {name}</span>
    </LinkButton>
  </Form>
)

/** Counts that are links, and beside them what comes by itself. */
export function QueuesPart({ queues, ahead, behind }: Pick<Today, 'queues' | 'ahead' | 'behind'>) {
  const list = (
    <section aria-labelledby="queues" className="stack stack-8">
      <h2 id="queues">Queues</h2>
      <Queue items={queues} />
    </section>
  )
  if (ahead.length === 0) return list
  return (
    <div className="split">
      {list}
      <aside className="stack stack-32" aria-label="Ahead and behind the scenes">
        <section className="stack stack-8" aria-labelledby="ahead">
          <h2 id="ahead">Ahead</h2>
          <Rows
            ordered
            first={4}
            items={ahead.map(({ day, text }) => ({ id: day, key: <Day on={day} short />, children: text }))}
          />
        </section>
        <Behind behind={behind} />
      </aside>
    </div>
  )
}

function Behind({ behind }: Pick<Today, 'behind'>) {
  if (behind.length === 0) return null
  return (
    <section className="stack stack-8" aria-labelledby="behind">
      <h2 id="behind">Behind the scenes</h2>
      <ul className="stack stack-8">
        {behind.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
