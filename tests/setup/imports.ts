import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** A path from the project's folder (`shared/queue/order.ts`), or the name of a package. */
  readonly target: string
  /** How the code says it, for the message. */
  readonly written: string
  readonly isPackage: boolean
  /** It leaves nothing in the code that runs. */
  readonly isType: boolean
}

/** The path of each source file, from the project's folder, to its text. */
export type Sources = ReadonlyMap<string, string>

/** Reads the sources below the named folders; a folder that does not exist holds none. */
export function readSources(root: URL, folders: readonly string[]): Sources {
  const sources = new Map<string, string>()
  const present = readdirSync(root)
  for (const folder of folders.filter((name) => present.includes(name))) {
    for (const name of readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })) {
      const path = posix.join(folder, name)
      if (/\.(ts|js|mjs|svelte)$/.test(path)) sources.set(path, readFileSync(new URL(path, root), 'utf8'))
    }
  }
  return sources
}

/** Every import of a source file: static and dynamic ones, and what is exported from elsewhere. */
export function importsOf(path: string, text: string): readonly Import[] {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false)
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier !== null) found.push({ ...resolve(path, specifier), isType: isType(node) })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function scriptsOf(component: string): string {
  return [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
}

function specifierOf(node: ts.Node): string | null {
  const named =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined
  const called =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
      ? node.arguments[0]
      : undefined
  const typed =
    ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  const specifier = named ?? called ?? typed
  return specifier && ts.isStringLiteralLike(specifier) ? specifier.text : null
}

/** `import { type A }` is no type import: the module is loaded all the same. */
function isType(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
  return ts.isExportDeclaration(node) ? node.isTypeOnly : ts.isImportTypeNode(node)
}

function resolve(path: string, written: string): Omit<Import, 'isType'> {
  if (written.startsWith('#')) return { written, target: written.slice(1), isPackage: false }
  if (written.startsWith('.'))
    return { written, target: posix.join(posix.dirname(path), written), isPackage: false }
  const name = written.split('/').slice(0, written.startsWith('@') ? 2 : 1)
  return { written, target: name.join('/'), isPackage: true }
}
