import { createClient } from '@libsql/client'
import type { Portal } from './server'

/** Lets every open sign-in of this portal run out, as if nobody had touched it for twenty days. */
export async function letSignInsRunOut({ database }: Pick<Portal, 'database'>): Promise<void> {
  const client = createClient({ url: database.includes(':') ? database : `file:${database}` })
  await client.execute('pragma busy_timeout = 5000')
  await client.execute('update sign_ins set seen_at = seen_at - 20 * 86400000 where ended_at is null')
  client.close()
}
