import type { Response } from 'express'
import { write } from '#db/client'
import { disclosures } from '#db/schema/index'
import type { Edge } from './edge.server'

type Seen = { studentId: string; what: string }
const UNNOTED = 'This record cannot be shown just now, since noting who saw it failed. Try again in a minute.'

/**
 * Returns what loaders call when staff see a student's record (FERPA, 34 CFR 99.32). The first byte of the answer
 * waits until all of it stands in the database; when that fails, the record is not shown.
 */
export function disclosing(res: Response, person: Edge['person'], report: Edge['report']): Edge['disclose'] {
  const seen: Seen[] = []
  const noted = async () => {
    const viewer = await person()
    const rows = distinct(seen).filter((row) => viewer && row.studentId !== viewer.personId)
    if (!viewer || rows.length === 0) return
    await write((tx) =>
      tx.insert(disclosures).values(rows.map((row) => ({ ...row, viewerId: viewer.personId, at: new Date() }))),
    )
  }
  return (studentId, what) => {
    seen.push({ studentId, what })
    if (seen.length === 1) holdBack(res, noted, report)
  }
}

const distinct = (seen: Seen[]) => [...new Map(seen.map((row) => [`${row.studentId} ${row.what}`, row])).values()]

function holdBack(res: Response, work: () => Promise<void>, report: Edge['report']): void {
  const { write: writeOn, end } = res
  let done: Promise<boolean> | undefined
  const release = () =>
    work().then(
      () => true,
      (error: unknown) => {
        Object.assign(res, { write: writeOn, end })
        refuse(res, error, report)
        return false
      },
    )
  const later = (act: () => void) => {
    done ??= release()
    done.then((isNoted) => isNoted && act())
  }
  res.write = ((...args: Parameters<typeof writeOn>) => {
    later(() => writeOn.apply(res, args))
    return true
  }) as typeof writeOn
  res.end = ((...args: Parameters<typeof end>) => {
    later(() => end.apply(res, args))
    return res
  }) as typeof end
}

function refuse(res: Response, error: unknown, report: Edge['report']): void {
  report(error)
  for (const name of res.getHeaderNames()) if (/^(content-|set-cookie)/.test(name)) res.removeHeader(name)
  res.status(503).type('text').send(UNNOTED)
}
