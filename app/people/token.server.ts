import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** 256 random bits for a cookie or a link. */
export const newToken = () => randomBytes(TOKEN_BYTES).toString('base64url')

/** What the database keeps of a token. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
