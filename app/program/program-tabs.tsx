import { Tabs } from '#app/ui/tabs'

const pages = [
  { to: '/program/services', label: 'Services' },
  { to: '/program/curriculum', label: 'Curriculum' },
  { to: '/program/people', label: 'People' },
  { to: '/program/conferences', label: 'Conferences' },
]

/** The pages about the program, each beside the others. */
export const ProgramTabs = ({ here }: { here: string }) => (
  <Tabs label="The program" tabs={pages.map((page) => ({ ...page, current: page.to === here }))} />
)
