import { findProgram } from './program.server'

/** How long what was decided can be undone, before anybody is told: "10 minutes". */
export async function undoTime(): Promise<string> {
  const minutes = (await findProgram())!.undoMinutes
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
