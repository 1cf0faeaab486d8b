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
    ],
  },
]
