import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

type Routes = ServerBuild['routes']

/** By what routes are told apart: "board" of /board/2026-27, also in a request for data. */
export const sectionOf = (path: string) =>
  path
    .replace(/\.data$/, '')
    .split('/')
    .find(Boolean)
    ?.toLowerCase() ?? ''

/**
 * The build once for each first part of a path, with the routes alone that can match below it. Remix ranks all routes
 * of a build anew and tries them in turn, several times a page: a fifth of what a page costs with all of them.
 */
export function sectionsOf(build: ServerBuild): Map<string, ServerBuild> {
  const paths = Object.values(build.routes).map((route) => route?.path)
  const names = new Set(paths.map((path) => (path && path !== '*' ? sectionOf(path) : '')))
  return new Map([...names].map((name) => [name, partOf(build, name)]))
}

function partOf(build: ServerBuild, name: string): ServerBuild {
  const isHere = ({ path }: { path?: string }) => !path || path === '*' || sectionOf(path) === name
  const some = <R extends Routes | ServerBuild['assets']['routes']>(routes: R) =>
    Object.fromEntries(Object.entries(routes).filter(([, route]) => route && isHere(route))) as R
  return { ...build, routes: some(build.routes), assets: { ...build.assets, routes: some(build.assets.routes) } }
}

/** Answers each path with the routes of its section, and what no section has with all of them. */
export function inSections(build: ServerBuild, answers: (build: ServerBuild) => RequestHandler): RequestHandler {
  const sections = new Map([...sectionsOf(build)].map(([name, part]) => [name, answers(part)]))
  const whole = answers(build)
  return (req, res, next) => (sections.get(sectionOf(req.path)) ?? whole)(req, res, next)
}
