import { Form } from '@remix-run/react'
import { Details } from '#app/ui/details'

type Member = { id: string; name: string; hint: string; isFirst: boolean }
export type CastGroup = { title: string; members: Member[] }

/** The demo's people, one button each: pressing it signs in as them. */
export function Cast({ groups, next }: { groups: CastGroup[]; next: string }) {
  return (
    <Form method="post" action="/sign-in/as" className="stack" aria-labelledby="cast" reloadDocument>
      <h2 id="cast">Demonstration: sign in as</h2>
      <input type="hidden" name="next" value={next} />
      <div className="stack stack-24">
        {groups.map(({ title, members }) => (
          <Group key={title} title={title} members={members} />
        ))}
      </div>
    </Form>
  )
}

function Group({ title, members }: CastGroup) {
  const others = members.filter(({ isFirst }) => !isFirst)
  return (
    <div className="stack stack-8">
      <h3 className="small muted">{title}</h3>
      <Members members={members.filter(({ isFirst }) => isFirst)} />
      {others.length > 0 ? (
        <Details summary={`${others.length} more ${title.toLowerCase()}`}>
          <Members members={others} />
        </Details>
      ) : null}
    </div>
  )
}

function Members({ members }: Pick<CastGroup, 'members'>) {
  return (
    <ul className="cast">
      {members.map(({ id, name, hint }) => (
        <li key={id}>
          <button type="submit" name="as" value={id}>
            <b>{name}</b>
            <span className="hint">{hint}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
