import type { Client, Transaction, TransactionMode } from '@libsql/client'

/** On globalThis, since Vite's bundle and tsx load this module twice. */
const home = globalThis as { portalCounts?: { statements: number; trips: number } }
home.portalCounts ??= { statements: 0, trips: 0 }
/** Statements and round trips since the process began: tests take differences. BEGIN travels with the first one. */
export const counts = home.portalCounts

function count(statements: number): void {
  counts.statements += statements
  counts.trips++
}

/** Counts what goes to the database; `answered` is called after each answer inside a transaction. */
export function counted(client: Client, answered: () => void): Client {
  const { execute, batch, transaction } = client
  client.execute = ((...args: Parameters<Client['execute']>) => {
    count(1)
    return execute.apply(client, args)
  }) as Client['execute']
  client.batch = (statements, mode) => {
    count(statements.length)
    return batch.call(client, statements, mode)
  }
  const begin = transaction as (mode?: TransactionMode) => Promise<Transaction>
  client.transaction = async (mode?: TransactionMode) => countedIn(await begin.call(client, mode), answered)
  return client
}

function countedIn(tx: Transaction, answered: () => void): Transaction {
  const { batch, commit } = tx
  tx.batch = async (statements) => {
    count(statements.length)
    const results = await batch.call(tx, statements)
    answered()
    return results
  }
  tx.commit = () => {
    count(0)
    return commit.call(tx)
  }
  return tx
}
