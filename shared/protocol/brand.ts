/** What `GET /api/brand` answers, to anybody. */
export interface BrandFacts {
  /** `#rrggbb`; null for the colour that Eilė comes with. */
  readonly colour: string | null
}
