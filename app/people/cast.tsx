import { Form } from '@remix-run/react'

export type CastGroup = { title: string; members: { id: string; name: string; hint: string }[] }

/** The demo's people, one button each: pressing it signs in as them. */
export function Cast({ groups, next }: { groups: CastGroup[]; next: string }) {
  return (
    <Form method="post" action="/sign-in/as" className="stack" aria-labelledby="cast">
      <h2 id="cast">Demonstration: sign in as</h2>
      <input type="hidden" name="next" value={next} />
      <div className="stack stack-24">
        {groups.map(({ title, members }) => (
          <div key={title} className="stack stack-8">
            <h3 className="small muted">{title}</h3>
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
          </div>
        ))}
      </div>
    </Form>
  )
}
