import { Hono } from 'hono'

import type { HttpParts } from './open-http.ts'

/**
 * What is said in calls, for whoever heard its address: a clip is asked for by name, so that nobody has the server say
 * what it likes. 404 `voice/unknown` for one that was never announced, `voice/failed` for one that could not be made.
 */
export function voiceRoutes({ voice }: Pick<HttpParts, 'voice'>): Hono {
  const app = new Hono()

  app.get('/:name', async (c) => {
    const clip = await voice.clip(c.req.param('name'))
    if (typeof clip === 'string') return c.json({ code: `voice/${clip}` }, 404)
    return c.body(new Uint8Array(clip), 200, {
      'content-type': 'audio/wav',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  return app
}
