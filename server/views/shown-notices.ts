import { mostNotices } from '#shared/display/notice.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { showsZone } from '../display-zone.ts'
import { noticeState, type Notice } from '../notices.ts'

/** What a display of a zone, or of the whole hall, shows beside the calls now. */
export function shownNotices(
  notices: readonly Notice[],
  config: HallConfig,
  zone: string | null,
  now: number,
): DisplayView['notices'] {
  return noticesFor(notices, config, zone, now)
    .slice(0, mostNotices)
    .map(({ id, title, body, picture }) => ({ id, title, body, picture }))
}

/** Whether it leaves some of them out. */
export function isCrowded(...asked: Parameters<typeof noticesFor>): boolean {
  return noticesFor(...asked).length > mostNotices
}

function noticesFor(
  notices: readonly Notice[],
  config: HallConfig,
  zone: string | null,
  now: number,
): readonly Notice[] {
  return notices
    .filter((one) => noticeState(one, now) === 'shown')
    .filter((one) => one.zone === null || showsZone(config, zone, one.zone))
}
