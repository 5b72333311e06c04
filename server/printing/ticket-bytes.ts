import { createRequire } from 'node:module'
import { InMemory, Model, Printer } from 'escpos-buffer'
import type { Picture } from './picture.ts'

// The package exports no path to its Epson commands, hence its exact version in package.json.
const { default: Epson } = createRequire(import.meta.url)(
  'escpos-buffer/dist/profile/Epson',
) as typeof import('escpos-buffer/dist/profile/Epson.js')

export type PaperCut = 'partial' | 'none'

export interface BytesOptions {
  /** 'none' for printers without a knife: the paper is fed to where it can be torn */
  readonly cut: PaperCut
  /** height of one band of the picture; weak printers overflow on tall ones */
  readonly bandRows: number
}

/** The standard commands where escpos-buffer sends obsolete ones, and pictures as GS v 0. */
class TicketProfile extends Epson {
  override async initialize(): Promise<void> {
    await this.connection.write(Buffer.of(0x1b, 0x40, 0x1c, 0x2e)) // ESC @; FS . leaves the Chinese character mode
  }

  override async cutter(): Promise<void> {
    await this.connection.write(Buffer.of(0x1d, 0x56, 66, 0)) // GS V: feed to the knife, partial cut
  }

  async band(bytesPerRow: number, rows: number, bits: Uint8Array): Promise<void> {
    const head = [0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8]
    await this.connection.write(Buffer.concat([Buffer.from(head), bits]))
  }
}

/**
 * The picture as ESC/POS: start, bands, feed and cut. Throws when the picture's size and its bits disagree, since the
 * printer would take the rest of the picture for text and commands.
 */
export async function ticketBytes(picture: Picture, options: BytesOptions): Promise<Buffer> {
  const { bytesPerRow, height, bits } = picture
  if (bits.length !== bytesPerRow * height) {
    throw new Error(`a picture of ${bytesPerRow} x ${height} bytes holds ${bits.length}`)
  }
  if (!(options.bandRows >= 1)) throw new Error(`a band of ${options.bandRows} rows`)
  const profile = new TicketProfile(Model.EXPAND(Model.FIND('TM-T20')))
  const memory = new InMemory()
  const printer = await Printer.CONNECT(new Model(profile), memory)
  for (let row = 0; row < height; row += options.bandRows) {
    const rows = Math.min(options.bandRows, height - row)
    await profile.band(bytesPerRow, rows, bits.subarray(row * bytesPerRow, (row + rows) * bytesPerRow))
  }
  if (options.cut === 'none') await printer.feed(5)
  else await printer.cutter()
  return memory.buffer()
}
