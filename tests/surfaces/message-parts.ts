import { IntlMessageFormat } from 'intl-messageformat'

export type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const [literal] = new IntlMessageFormat('words', 'en').getAst()

/** Every part of a message, those within its plural forms too. */
export function elements(message: string): Element[] {
  return flat(new IntlMessageFormat(message, 'en').getAst())
}

/** The names of a message's values, each once. */
export function placeholders(message: string): string[] {
  const names = elements(message).flatMap((element) =>
    'value' in element && !isLiteral(element) ? [element.value] : [],
  )
  return [...new Set(names)].sort()
}

/** What of a message is said as it stands. */
export function wordsOf(message: string): string {
  return elements(message)
    .flatMap((element) => ('value' in element && isLiteral(element) ? [element.value] : []))
    .join('\n')
}

function isLiteral(element: Element): boolean {
  return element.type === literal?.type
}

function flat(tree: readonly Element[]): Element[] {
  return tree.flatMap((element) =>
    'options' in element
      ? [element, ...Object.values(element.options).flatMap((option) => flat(option.value))]
      : [element],
  )
}
