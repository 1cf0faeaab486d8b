import { Rows } from '#app/ui/rows'

type Asked = { key: string; name: string; hint: string | null; phase: 'to apply' | 'to start'; isHealth: boolean }
type RequirementListsProps = { requirements: Asked[]; daysBefore: number }

/** What a clerkship asks for: to apply, and to start. */
export function RequirementLists({ requirements, daysBefore }: RequirementListsProps) {
  const toApply = requirements.filter(({ phase }) => phase === 'to apply')
  const toStart = requirements.filter(({ phase }) => phase === 'to start')
  return (
    <>
      <section aria-labelledby="to-apply" className="stack">
        <h2 id="to-apply">What you need to apply</h2>
        <Rows first={10} wrap items={toApply.map(({ key, name, hint }) => ({ id: key, key: name, children: hint }))} />
        <p className="muted">We never ask how you will rank us.</p>
      </section>
      <section aria-labelledby="to-start" className="stack">
        <h2 id="to-start">What you need to start</h2>
        <p>
          Due {daysBefore} days before your first day, and valid through your last. These do not decide whether you get
          a place.
        </p>
        <div className="columns columns--2">
          <Papers title="Health" items={toStart.filter((it) => it.isHealth)} />
          <Papers title="Papers and modules" items={toStart.filter((it) => !it.isHealth)} />
        </div>
      </section>
    </>
  )
}

function Papers({ title, items }: { title: string; items: Asked[] }) {
  return (
    <div className="stack stack-8">
      <h3>{title}</h3>
      <ul className="bullets">
        {items.map(({ key, name, hint }) => (
          <li key={key}>
            <b>{name}</b>: {hint}
          </li>
        ))}
      </ul>
    </div>
  )
}
