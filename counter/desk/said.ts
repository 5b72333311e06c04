/** What a clerk shows a visitor, as it stands on the talk card. */
export interface Said {
  /** In the visitor's language. */
  readonly theirs: string
  /** The same in the clerk's, if that is another. */
  readonly ours: string | null
  /** In the visitor's language, under it. */
  readonly lines: readonly string[]
}
