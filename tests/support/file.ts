import { type Client, type Config, createClient } from '@libsql/client'

/** A database file that a running portal writes to as well: whoever is second waits. */
export const openFile = (file: string): Client =>
  createClient({ url: file.includes(':') ? file : `file:${file}`, timeout: 5000 } as Config)
