import fc from 'fast-check'

/** The same cases each time, so that a commit is judged by what it changed; `npm run test:long` looks for new ones. */
if (!process.env.LONG) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20261124 })

export default fc
