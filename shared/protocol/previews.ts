/** A ticket that was printed into a preview. */
export interface Preview {
  readonly device: string
  readonly deviceName: string
  readonly key: string
  readonly label: string
  /** Epoch ms. */
  readonly at: number
}

/** What `GET /api/previews` answers, the newest first. */
export interface PreviewList {
  readonly timeZone: string
  readonly previews: readonly Preview[]
}
