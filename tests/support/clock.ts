import { write } from '#db/client'
import { clock } from '#db/schema/index'
import { openFile } from './file'
import { type Portal, startPortal } from './server'

/**
 * Lets the time pass in a demo: stops the portal, sets the program's clock on, starts it again on the same port, so
 * that links, cookies and open pages go on. What is due by then happens by itself.
 */
export async function letTimePass(portal: Portal, to: string): Promise<Portal> {
  await portal.stop()
  const client = openFile(portal.database)
  const now = Date.now()
  await client.execute({
    sql: 'update clock set program_at = ?, machine_at = ? where id = 1',
    args: [new Date(to).getTime(), now],
  })
  client.close()
  return startPortal({ database: portal.database, files: portal.files, port: Number(new URL(portal.url).port) })
}

/** Production refuses a demonstration: where the portal runs on a server, its people and clock stay, its mark goes. */
export async function dropDemoMark(url: string): Promise<void> {
  if (url.includes('://')) await write((tx) => tx.update(clock).set({ isDemo: false }))
}
