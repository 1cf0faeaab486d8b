import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

const parts = z.object({ month: z.string().optional(), day: z.string().optional(), year: z.string().optional() })

/** A known date typed in three fields (`DateField`), as YYYY-MM-DD; `missing` is what its error says. */
export const civilDate = (missing: string) =>
  z.preprocess(
    (typed) => typed ?? {},
    parts.transform((typed, context) => {
      const on = civilDay(typed)
      if (on) return on
      context.addIssue({ code: 'custom', message: isEmpty(typed) ? missing : `${missing}, for example 5 28 2027` })
      return z.NEVER
    }),
  )

/** The same where it may be left empty: null then. */
export const optionalDate = (missing: string) =>
  z.preprocess((typed) => (isEmpty((typed ?? {}) as Typed) ? null : typed), civilDate(missing).nullable())

type Typed = z.infer<typeof parts>
const isEmpty = ({ month, day, year }: Typed) => !month && !day && !year

function civilDay({ month, day, year }: Typed): string | undefined {
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? '')) return undefined
  try {
    const date = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** A day as the three fields start with it. */
export function typedDate(on: string | null | undefined) {
  if (!on) return { month: '', day: '', year: '' }
  const [year, month, day] = on.split('-')
  return { month: String(Number(month)), day: String(Number(day)), year }
}
export type TypedDate = ReturnType<typeof typedDate>
