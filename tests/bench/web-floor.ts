import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StaticPages {
  readonly url: string
  close(): Promise<void>
}

/** What a page of ours asks for, one after another, with nothing in it: the page, its script, that script's part, a view. */
const answers: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/': [
    'text/html',
    `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width" /><title>Floor</title></head>
    <body><main></main><script type="module" src="/start.js"></script></body></html>`,
  ],
  '/start.js': [
    'text/javascript',
    `import { open } from './app.js'
     open(await (await fetch('/view')).text())`,
  ],
  '/app.js': [
    'text/javascript',
    `export function open(view) {
       const button = document.createElement('button')
       button.textContent = view
       button.onclick = async () => {
         const heading = document.createElement('h1')
         heading.innerHTML = '<span class="number">' + (await (await fetch('/ticket')).text()) + '</span>'
         document.querySelector('main').replaceChildren(heading)
       }
       document.querySelector('main').append(button)
     }`,
  ],
  '/view': ['text/plain', 'Take a number'],
  '/ticket': ['text/plain', 'A001'],
}

/** The least that a browser can do to show a button, and a number after it was touched. */
export async function openStaticPages(): Promise<StaticPages> {
  const server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? ['text/plain', '']
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
