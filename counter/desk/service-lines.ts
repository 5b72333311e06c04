/** The lines of what the hall says of a service in one language. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line.trim() !== '')
}
