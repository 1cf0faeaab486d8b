type Contact = { role: string; name: string; note?: string; phone?: string | null }

/** Who is there for the student this week, and how to reach them. */
export function RotationPeople({ contacts }: { contacts: Contact[] }) {
  return (
    <section aria-labelledby="people" className="stack stack-12">
      <h2 id="people">Your people</h2>
      <ul className="rows rows--2">
        {contacts.map((it) => (
          <li key={`${it.role} ${it.name} ${it.note}`}>
            <b className="rows__key">{it.role}</b>
            <span>
              {it.name}
              {it.note ? `, ${it.note}` : ''}
              {it.phone ? (
                <>
                  <br />
                  <a href={`tel:${it.phone.replace(/[^+\d]/g, '')}`}>{it.phone}</a>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whom to call after a needlestick, radiation or injury, and who pays. */
export function ExposureCard({ phone, text }: { phone: string; text: string }) {
  return (
    <section className="exposure" aria-labelledby="exposure">
      <h2 id="exposure">Needlestick, radiation, injury</h2>
      <p>
        <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
      </p>
      <p className="small">{text}</p>
    </section>
  )
}
