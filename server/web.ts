import { readFile } from 'node:fs/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** `built` serves what `vite build` made; `dev` lets Vite serve the sources and reload what changes. */
export type PagesMode = 'built' | 'dev'

export type PagesHandler = (request: IncomingMessage, response: ServerResponse) => void

const buildFolder = new URL('../build/', import.meta.url)

/**
 * Opens the pages on an http server, and gives the handler that answers every request for them, unknown
 * addresses included. Does not attach it: the caller decides what is not a page. Throws if there is no build.
 */
export async function openPages(http: Server, mode: PagesMode): Promise<PagesHandler> {
  const answer = await (mode === 'dev' ? openVite(http) : openBuild())
  return (request, response) => {
    // Or a page of another site could lay a counter's buttons under the presses of its clerk. The bar is a frame of our own.
    response.setHeader('content-security-policy', "frame-ancestors 'self'")
    answer(request, response)
  }
}

/**
 * The name of the build that is served. A page compares it with `version` from `$app/env`, and loads itself anew
 * if they differ.
 */
export async function readBuildId(mode: PagesMode): Promise<string> {
  return mode === 'dev' ? 'dev' : readFile(new URL('build-id', buildFolder), 'utf8')
}

async function openBuild(): Promise<PagesHandler> {
  // The address is computed so that the type check does not follow it into the build.
  const { handler } = (await import(new URL('handler.js', buildFolder).href)) as { handler: PagesHandler }
  return (request, response) => {
    // It is what brings a new build to pages that are kept: no cache on the way may keep it too.
    if (request.url === '/service-worker.js') response.setHeader('cache-control', 'no-cache')
    handler(request, response)
  }
}

async function openVite(http: Server): Promise<PagesHandler> {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server: http } } })
  http.once('close', () => void vite.close())
  return (request, response) => vite.middlewares(request, response)
}
