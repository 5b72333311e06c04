import type { Facts } from '#shared/protocol/record.ts'

import type { CheckedNotice } from '../notice-check.ts'
import type { Notice } from '../notices.ts'
import type { Act } from './write-act.ts'

type Told = Notice | CheckedNotice

/** What was done about a notice, as it was before, if it was there, and as it is since, if it still is. */
export function noticeAct(act: Act['act'], id: string, before: Told | null, after: Told | null): Act {
  return {
    act,
    subject: { kind: 'notice', id, name: (after ?? before)?.title.lt ?? '' },
    ...(before && { before: factsOf(before) }),
    ...(after && { after: factsOf(after) }),
  }
}

/** In Lithuanian, in which every notice is. Of a picture only its words are kept here. */
function factsOf({ title, body, picture, zone, from, until }: Told): Facts {
  const languages = Object.keys({ ...title, ...body })
  return {
    title: title.lt ?? '',
    body: body.lt ?? '',
    languages,
    picture: picture?.alt ?? null,
    zone,
    from,
    until,
  }
}
