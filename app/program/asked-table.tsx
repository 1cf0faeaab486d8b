import { Table } from '#app/ui/table'
import { type Requirement, ruleText } from './requirement'

type AskedTableProps = { title: string; id: string; requirements: Requirement[] }

/** What a clerkship asks for in one phase. */
export function AskedTable({ title, id, requirements }: AskedTableProps) {
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
            name: it.name,
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
