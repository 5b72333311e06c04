import type { Page } from 'playwright-core'

/** The screens of one morning, as they were at the same minute. */
export interface HallScreens {
  readonly kiosk: Buffer
  readonly display: Buffer
  readonly desk: Buffer
  readonly phone: Buffer
  readonly ticket: Buffer
}

const frames = `
  body { margin: 0; background: #e6ebea }
  main { display: flex; justify-content: space-between; align-items: stretch; box-sizing: border-box; height: 100vh; padding: 40px 48px }
  div { display: flex; flex-direction: column; justify-content: space-between }
  img { display: block; box-sizing: border-box; border: 5px solid #10222e; border-radius: 12px; box-shadow: 0 6px 20px #10222e33 }
`

/** The whole hall side by side. */
export async function hallSheet(page: Page, screens: HallScreens): Promise<Buffer> {
  const { kiosk, display, desk, phone, ticket } = screens
  return draw(
    page,
    { width: 1600, height: 900 },
    `<style>
      .kiosk { height: 804px }
      .wide { width: 690px }
      .phone { width: 242px; border-radius: 26px }
      .ticket { width: 208px; align-self: center; padding: 8px 8px 12px; border: 0; border-radius: 0; background: #fff }
    </style>
    ${image(kiosk, 'kiosk')}
    <div>${image(display, 'wide')}${image(desk, 'wide')}</div>
    <div>${image(phone, 'phone')}${image(ticket, 'ticket')}</div>`,
  )
}

/** Kiosks and phones, one after another as a visitor sees them. */
export async function uprightSheet(page: Page, kiosks: readonly Buffer[], phone?: Buffer): Promise<Buffer> {
  const width = 96 + kiosks.length * 368 + (phone ? 317 : 0) + 28 * (kiosks.length - (phone ? 0 : 1))
  return draw(
    page,
    { width, height: 726 },
    `<style>img { height: 646px } .phone { border-radius: 26px }</style>
    ${kiosks.map((kiosk) => image(kiosk, '')).join('')}${phone ? image(phone, 'phone') : ''}`,
  )
}

/** The thin bar, as something of its own. */
export async function barSheet(
  page: Page,
  bar: { width: number; height: number },
  shot: Buffer,
): Promise<Buffer> {
  const size = { width: bar.width + 58, height: bar.height + 58 }
  return draw(page, size, `<style>main { padding: 24px } img { width: 100% }</style>${image(shot, '')}`)
}

function image(png: Buffer, name: string): string {
  return `<img class="${name}" src="data:image/png;base64,${png.toString('base64')}">`
}

async function draw(page: Page, size: { width: number; height: number }, content: string): Promise<Buffer> {
  await page.setViewportSize(size)
  await page.setContent(`<style>${frames}</style><main>${content}</main>`)
  return page.screenshot()
}
