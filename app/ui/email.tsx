/** An e-mail address, which breaks after its @ where it does not fit. */
export function Email({ address }: { address: string }) {
  const domain = address.indexOf('@') + 1
  return (
    <span>
      {address.slice(0, domain)}
      <wbr />
      {address.slice(domain)}
    </span>
  )
}
