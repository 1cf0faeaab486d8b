import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import ts from 'typescript'

export type Source = { path: string; text: string; imports: { from: string; isType: boolean }[] }

/** The files of these folders that git tracks or would: with their text and what they import. */
export function sources(...folders: string[]): Source[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', ...folders]
  const paths = execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean)
  return paths.map((path) => {
    const text = readFileSync(path, 'utf8')
    return { path, text, imports: /\.tsx?$/.test(path) ? importsOf(path, text) : [] }
  })
}

function importsOf(path: string, text: string) {
  const found: Source['imports'] = []
  const visit = (node: ts.Node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const isType = ts.isImportDeclaration(node) ? onlyTypes(node) : node.isTypeOnly
      found.push({ from: (node.moduleSpecifier as ts.StringLiteral).text, isType })
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [what] = node.arguments
      if (what && ts.isStringLiteral(what)) found.push({ from: what.text, isType: false })
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(path, text))
  return found
}

function onlyTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.isTypeOnly) return true
  const names = importClause.namedBindings
  return !importClause.name && !!names && ts.isNamedImports(names) && names.elements.every((it) => it.isTypeOnly)
}

const parse = (path: string, text: string) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : undefined)

/** Every function of a file with its length in lines; a component's name begins with a capital. */
export function functionsOf({ path, text }: Source): { name: string; lines: number }[] {
  const file = parse(path, text)
  const found: { name: string; lines: number }[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isArrowFunction(node)) {
      const from = file.getLineAndCharacterOfPosition(node.getStart()).line
      const to = file.getLineAndCharacterOfPosition(node.end).line
      found.push({ name: nameOf(node), lines: to - from + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function nameOf(node: ts.FunctionDeclaration | ts.MethodDeclaration | ts.ArrowFunction): string {
  if (node.name) return node.name.getText()
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'function'
}
