import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listOutbox } from '#app/mail/outbox.server'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Tag } from '#app/ui/tag'
import { instantText } from '#app/ui/time'
import { insistDemo } from '#app/workflow/demo.server'

export const meta: MetaFunction = () => [{ title: 'Mail of the demonstration – IR rotations' }]

export async function loader({ request }: LoaderFunctionArgs) {
  insistDemo()
  const to = new URL(request.url).searchParams.get('to') ?? undefined
  return { to, messages: await listOutbox(to) }
}

type Message = Awaited<ReturnType<typeof listOutbox>>[number]

export default function DevMail() {
  const { to, messages } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Mail of the demonstration"
      sub="Nothing is sent: what would go out stands here, the newest first."
      width="form"
    >
      {to ? (
        <p>
          Only mail to {to}. <Link to="/dev/mail">Show all</Link>
        </p>
      ) : null}
      {messages.length === 0 ? <p>No mail yet. What the portal writes to people stands here.</p> : null}
      {messages.map((message) => (
        <Mail key={message.id} message={message} />
      ))}
    </Page>
  )
}

function Mail({
  message: { subject, toAddress, createdAt, notBeforeAt, status, paragraphs, links },
}: {
  message: Message
}) {
  const isHeld = status === 'waiting' && notBeforeAt > createdAt
  return (
    <article className="stack stack-12 ruled">
      <h2>{subject}</h2>
      <p className="hint">
        To <Link to={`/dev/mail?${new URLSearchParams({ to: toAddress })}`}>{toAddress}</Link> ·{' '}
        {instantText(createdAt)} · <Tag>{isHeld ? `goes out ${instantText(notBeforeAt)}` : status}</Tag>
      </p>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {links.map((href) => (
        <p key={href}>
          <ButtonLink kind="secondary" size="small" to={pathOf(href)}>
            Open its link
            <span className="vh">: {subject}</span>
          </ButtonLink>
        </p>
      ))}
    </article>
  )
}

/** The same page on whatever host the demo is reached by. */
function pathOf(href: string): string {
  const { pathname, search } = new URL(href)
  return pathname + search
}
