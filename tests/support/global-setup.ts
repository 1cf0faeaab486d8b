import { makeTemplates } from './database'
import { built } from './server'

/** Once a run: the build that child servers serve, and the migrated database that every test copies. */
export default async function setup(): Promise<void> {
  await Promise.all([built(), makeTemplates()])
}
