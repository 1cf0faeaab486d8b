import { lastChanges } from '#app/workflow/changes.server'
import { insist } from '#app/workflow/permissions'
import type { Person } from '#db/schema/people/actors'
import { settingGroups } from './hub'

/** What can be set, each with who changed it last and when. */
export async function listSettings(me: Person) {
  insist(me, 'program.edit')
  const last = await lastChanges(settingGroups.flatMap(({ settings }) => settings.flatMap(({ kinds }) => kinds)))
  const newest = (kinds: string[]) =>
    last.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => Number(b.at) - Number(a.at))[0]
  return settingGroups.map(({ title, settings }) => ({
    title,
    settings: settings.map(({ kinds, ...setting }) => ({ ...setting, last: newest(kinds) })),
  }))
}
