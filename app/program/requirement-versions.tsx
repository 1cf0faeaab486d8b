import { Table } from '#app/ui/table'
import { Instant } from '#app/ui/time'
import { type Requirement, ruleText } from './requirement'

/** Every version of a requirement, from when to when it was in force, the newest first. */
export function RequirementVersions({ versions }: { versions: Requirement[] }) {
  return (
    <Table
      list
      hideCaption
      caption="Versions, the newest first"
      columns={columns}
      rows={versions.map(({ id, version, name, rule, hint, fromAt, retiredAt }) => ({
        id,
        closed: retiredAt !== null,
        cells: {
          version: `Version ${version}`,
          what: name,
          rule: ruleText({ rule }),
          hint,
          from: fromAt ? <Instant at={fromAt} weekday={false} short year /> : 'The beginning',
          until: retiredAt ? <Instant at={retiredAt} weekday={false} short year /> : 'Now',
        },
      }))}
    />
  )
}

const columns = [
  { key: 'version', label: 'Version' },
  { key: 'what', label: 'Name' },
  { key: 'rule', label: 'Rule' },
  { key: 'hint', label: 'Sentence' },
  { key: 'from', label: 'From' },
  { key: 'until', label: 'Until' },
]
