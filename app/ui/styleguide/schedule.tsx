import { Section } from './section'

const months = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun']
const rows: { who: string; year: string; duties: [span: number, what: string, tone?: string][] }[] = [
  {
    who: 'Noor Haddad',
    year: 'PGY 6',
    duties: [
      [4, 'IR', 'info'],
      [1, 'Elective'],
      [7, 'IR', 'info'],
    ],
  },
  {
    who: 'Priya Wolfeschlegelsteinhausen',
    year: 'PGY 5',
    duties: [
      [2, 'Neuro', 'wait'],
      [2, 'CICU', 'warn'],
      [7, 'Diagnostic radiology'],
      [1, 'Unnamed', 'gap'],
    ],
  },
]

/** Residents by month, in a named scroll region. */
export function Schedule() {
  return (
    <Section id="schedule" title="Schedule">
      <section className="scroll" tabIndex={0} aria-label="Schedule, residents by month">
        <table className="sched">
          <caption className="vh">Residents by month</caption>
          <colgroup>
            <col />
            <col span={12} />
          </colgroup>
          <thead>
            <tr>
              <td />
              {months.map((month) => (
                <th key={month} scope="col" aria-current={month === 'Nov' ? 'date' : undefined}>
                  {month}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ who, year, duties }) => (
              <tr key={who}>
                <th scope="row">
                  {who} <small>{year}</small>
                </th>
                {duties.map(([span, what, tone], at) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: a row of duties in order
                    key={at}
                    colSpan={span}
                    data-tone={tone === 'gap' ? undefined : tone}
                    data-gap={tone === 'gap' || undefined}
                  >
                    {what}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
