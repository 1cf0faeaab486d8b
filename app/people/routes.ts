import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** Signing in, accounts and people. */
export const peopleRoutes = [
  route('.well-known/change-password', 'people/pages/change-password.ts'),
  route('sign-in', 'people/pages/sign-in.tsx'),
  route('sign-in/code', 'people/pages/sign-in-code.tsx'),
  route('sign-in/as', 'people/pages/sign-in-as.ts'),
  route('sign-out', 'people/pages/sign-out.ts'),
  route('invitations/:token', 'people/pages/invitation.tsx'),
  route('account', 'people/pages/account.tsx'),
  route('account/sign-outs', 'people/pages/sign-out-everywhere.ts'),
  route('account/devices/:signInId/sign-out', 'people/pages/device-sign-out.ts'),
  route('account/addresses', 'people/pages/addresses.tsx'),
  route('account/addresses/code', 'people/pages/address-code.tsx'),
  route('account/addresses/:addressId/primary', 'people/pages/address-primary.ts'),
  route('account/addresses/:addressId/removal', 'people/pages/address-removal.ts'),
  route('people', 'people/pages/people.tsx'),
  route('people/:personId/roles', 'people/pages/person-roles.tsx'),
  route('people/invitations', 'people/pages/invitations.tsx'),
  route('people/invitations/:invitationId/revocation', 'people/pages/invitation-revocation.ts'),
  route('people/invitations/:invitationId/renewal', 'people/pages/invitation-renewal.ts'),
] satisfies RouteConfig
