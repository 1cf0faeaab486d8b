import type { SubmissionResult } from '@conform-to/react'

/** What was chosen for each week, and what forbids it, by field; '' for the whole. */
export type Refused = { errors: Record<string, string>; chosen: Record<string, string> }

export const linesOf = ({ errors }: Refused) =>
  Object.fromEntries(Object.entries(errors).map(([field, sentence]) => [field, [sentence]]))

/** What was chosen in a form whose sender's sign-in had run out, nested by the dots in its fields' names. */
export function givenBack(last: SubmissionResult | undefined): Refused | undefined {
  return last?.initialValue ? { errors: {}, chosen: flat(last.initialValue) } : undefined
}

function flat(nested: object, path: string[] = []): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(nested).map(([name, value]) =>
      typeof value === 'object' && value
        ? flat(value, [...path, name])
        : { [[...path, name].join('.')]: String(value) },
    ),
  )
}
