import { Link } from '@remix-run/react'
import { Table } from '#app/ui/table'
import { type Requirement, ruleText } from './requirement'

type AskedTableProps = { slug: string; title: string; id: string; requirements: Requirement[] }

/** What a clerkship asks for in one phase, each leading to the page that changes it. */
export function AskedTable({ slug, title, id, requirements }: AskedTableProps) {
  return (
    <section aria-labelledby={id} className="stack">
      <h3 id={id}>{title}</h3>
      {requirements.length === 0 ? <p>Nothing yet.</p> : null}
      <Table
        list
        hideCaption
        caption={title}
        columns={columns}
        rows={requirements.map((it) => ({
          id: it.id,
          cells: {
            name: <Link to={`/clerkships/${slug}/requirements/${it.key}`}>{it.name}</Link>,
            rule: ruleText(it),
            who: it.isHealth ? 'Health reviewer' : 'Coordinator',
            version: it.version,
          },
        }))}
      />
    </section>
  )
}

const columns = [
  { key: 'name', label: 'Requirement' },
  { key: 'rule', label: 'Rule' },
  { key: 'who', label: 'Checked by' },
  { key: 'version', label: 'Version', numeric: true },
]
