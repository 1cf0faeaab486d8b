import { openFile } from './file'
import type { Portal } from './server'

/** Lets every open sign-in of this portal run out, as if nobody had touched it for twenty days. */
export async function letSignInsRunOut({ database }: Pick<Portal, 'database'>): Promise<void> {
  const client = openFile(database)
  await client.execute('update sign_ins set seen_at = seen_at - 20 * 86400000 where ended_at is null')
  client.close()
}
