import type { LinkProps } from '@remix-run/react'
import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'

type Look = { kind?: 'primary' | 'secondary' | 'danger'; size?: 'small' | 'big'; full?: boolean }

const classOf = ({ kind = 'primary', size, full }: Look, className?: string) =>
  ['button', kind !== 'primary' && `button--${kind}`, size && `button--${size}`, full && 'button--full', className]
    .filter(Boolean)
    .join(' ')

/** A button whose words are a verb and an object; submits unless told otherwise. */
export function Button({
  kind,
  size,
  full,
  className,
  type = 'submit',
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...rest} type={type} className={classOf({ kind, size, full }, className)} />
}

/** A link that looks like a button: goes somewhere, does nothing. */
export function ButtonLink({ kind, size, full, className, ...rest }: Look & LinkProps) {
  return <Link {...rest} className={classOf({ kind, size, full }, className)} />
}

/** A submit button that looks like a link: for steps that need no weight. */
export function LinkButton({ className, type = 'submit', ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...rest} type={type} className={['linkbutton', className].filter(Boolean).join(' ')} />
}
