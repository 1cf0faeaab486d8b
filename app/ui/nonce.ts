import { createContext, useContext } from 'react'

/** The request's script nonce while rendering on the server; undefined in the browser, which hides nonces. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = () => useContext(NonceContext)
