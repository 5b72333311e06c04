/** In characters: what a display has room for in two languages, and what can be read while it stands there. */
export const noticeLengths = { title: 60, body: 200, alt: 150 } as const

/** In bytes. */
export const largestPicture = 1024 * 1024

/** As many stand on one display in turn; more would come round too seldom. */
export const mostNotices = 10

/** Where the picture of a notice is; another picture is elsewhere. */
export function pictureAddress(notice: string, hash: string): string {
  return `/api/notices/${notice}/picture/${hash}`
}
