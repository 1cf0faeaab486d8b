/** Two lists of numbers: of a year on the service, and of a resident's training. */
export const figureLists = {
  year: {
    kind: 'figures',
    column: 'figures',
    path: '/settings/figures',
    title: 'The year in numbers',
    where: 'They stand on the first page in this order. Four or eight fill its lines.',
  },
  training: {
    kind: 'training figures',
    column: 'trainingFigures',
    path: '/settings/figures/training',
    title: 'Training in numbers',
    where: 'What each resident has done by the end of training. They stand on the page of the curriculum.',
  },
} as const
export type FigureList = keyof typeof figureLists

/** The list that an address names; undefined when there is none. */
export const figureListOf = (named: string | undefined): FigureList | undefined =>
  named === undefined ? 'year' : named === 'training' ? 'training' : undefined
