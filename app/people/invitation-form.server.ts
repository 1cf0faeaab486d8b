import { z } from 'zod'
import { staffRoles } from './role'
import { emailField } from './sign-in-form.server'

export const invitationForm = z.object({
  name: z.string({ error: 'Enter the name' }).trim().min(1, 'Enter the name').max(80, 'Use at most 80 characters'),
  email: emailField,
  role: z.enum(staffRoles, { error: 'Select a role' }),
})
