import { textOf, type Wired } from './field'

/** How often a thing had been changed when its form was opened, so that nobody overwrites what they have not seen. */
export const VersionField = ({ field }: { field: Wired }) => (
  <input type="hidden" name={field.name} key={field.key} defaultValue={textOf(field)} />
)
