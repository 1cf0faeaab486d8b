import { redirect } from '@remix-run/node'

/** Where password managers ask: there is no password, so to the page of addresses and devices (W3C change-password). */
export const loader = () => redirect('/account')
