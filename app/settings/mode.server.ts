import { settings } from './settings.server'

/**
 * Read first by the server: React and Remix choose their fast build by NODE_ENV as they are loaded, so it is set here,
 * after `settings` has seen what the caller said, and before anything else is imported. The demo runs fast too.
 */
export const mode = process.argv.includes('--dev') && !settings.isProduction ? 'development' : 'production'
process.env.NODE_ENV = mode
