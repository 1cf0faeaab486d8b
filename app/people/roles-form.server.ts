import { z } from 'zod'
import { staffRoles } from './role'

const list = z.union([z.enum(staffRoles), z.array(z.enum(staffRoles))], { error: 'Select roles from the list' })

export const rolesForm = z.object({
  version: z.coerce.number({ error: 'Open this page again and save from there' }).int().min(0),
  roles: list.optional().transform((typed) => (typed === undefined ? [] : [...new Set([typed].flat())])),
})
export type RolesForm = z.output<typeof rolesForm>
