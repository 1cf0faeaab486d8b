/** A screen of the settings; `kinds` are the subjects of its changes in the log. */
export type Setting = { to: string; label: string; what: string; kinds: string[] }

/** Every screen on which a coordinator changes the program, in the order of the hub. */
export const settingGroups: { title: string; settings: Setting[] }[] = [
  {
    title: 'The program',
    settings: [
      {
        to: '/settings/program',
        label: 'Names, contact and rules',
        what: 'Who answers students, where they go on the first day, and every number of days',
        kinds: ['program'],
      },
      {
        to: '/settings/figures',
        label: 'The year in numbers',
        what: 'The numbers on the first page: visits, consults, procedures, faculty',
        kinds: ['figures'],
      },
      {
        to: '/settings/figures/training',
        label: 'Training in numbers',
        what: 'What each resident has done by the end of training, on the page of the curriculum',
        kinds: ['training figures'],
      },
      {
        to: '/settings/services',
        label: 'Services',
        what: 'Their sessions, the student’s week, procedures, and how many students fit',
        kinds: ['service'],
      },
      {
        to: '/settings/curriculum',
        label: 'Curriculum',
        what: 'What a resident does in each year: months by service, as the public page and the schedule count them',
        kinds: ['curriculum'],
      },
      {
        to: '/settings/conferences',
        label: 'Conferences',
        what: 'The week’s lectures, conferences and tumor boards, as students and residents see them',
        kinds: ['conference'],
      },
      {
        to: '/settings/clinic-days',
        label: 'Clinic days',
        what: 'Which half-days each attending and each resident has clinic',
        kinds: ['clinic days'],
      },
    ],
  },
  {
    title: 'The academic year',
    settings: [
      {
        to: '/settings/years',
        label: 'Academic years and blocks',
        what: 'First and last days, blocks with their halves, apply-by days, holidays, and when students can apply',
        kinds: ['calendar', 'windows'],
      },
      {
        to: '/settings/clerkships',
        label: 'Clerkships and requirements',
        what: 'What students apply for, for whom, the fee, and what each asks for, in versions',
        kinds: ['clerkship', 'requirement'],
      },
      {
        to: '/openings',
        label: 'Seats',
        what: 'How many students each service takes in each block, and the seats held for affiliated schools',
        kinds: ['openings'],
      },
      {
        to: '/settings/placing',
        label: 'Who is placed first',
        what: 'Whether fourth-years and affiliated schools come first, how scores make tiers, the most of one school',
        kinds: ['placing'],
      },
    ],
  },
  {
    title: 'People',
    settings: [
      {
        to: '/people',
        label: 'Roles, residents and attendings',
        what: 'Who may do what, in which year a resident is, and how many students they have at most',
        kinds: ['roles', 'teaching'],
      },
    ],
  },
]
