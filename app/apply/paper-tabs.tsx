import { Tabs } from '#app/ui/tabs'
import { Tag } from '#app/ui/tag'
import { type ConfirmationStatus, confirmationTags } from './confirmation'
import type { Shown } from './review-offers.server'

type Props = Pick<Shown, 'papers' | 'current' | 'stage' | 'words'> & { school: { status: ConfirmationStatus } | null }

/** What was handed in, each with its state; the one shown below is in the URL. */
export function PaperTabs({ papers, current, stage, school, words }: Props) {
  const to = (key: string) => `?${new URLSearchParams({ stage, document: key })}`
  const tag = ({ tone, label }: Shown['papers'][number]['tag']) => <Tag tone={tone}>{label}</Tag>
  const tabs = papers.map((paper) => ({
    to: to(paper.key),
    label: (
      <>
        {paper.name} {tag(paper.tag)}
      </>
    ),
    current: paper.key === current,
  }))
  const state = school ? confirmationTags[school.status] : ({ tone: 'warn', label: 'Not asked' } as const)
  return (
    <Tabs
      label="Documents"
      tabs={[
        ...tabs,
        { to: to('statement'), label: `Statement, ${words} words`, current: current === 'statement' },
        { to: to('school'), label: <>School {tag(state)}</>, current: current === 'school' },
      ]}
    />
  )
}
