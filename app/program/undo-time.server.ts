import { minutesText } from '#app/ui/minutes'
import { findProgram } from './program.server'

/** How long what was decided can be undone, before anybody is told: "10 minutes". */
export async function undoTime(): Promise<string> {
  return minutesText((await findProgram())!.undoMinutes)
}
