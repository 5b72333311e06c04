import type { Speech } from './speech.ts'
import { listed, named } from './tables.ts'

const marks = {
  tail: 'with a tail',
  hook: 'with a hook',
  dot: 'with a dot',
  bar: 'with a bar',
  accent: 'with an accent',
  stroke: 'with a stroke',
  dots: 'with two dots',
}

/** British English. Letters are written so that none can be read as a word: `ay`, never the article. */
export const en: Speech = {
  numbers: {
    small: listed(
      'zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, ' +
        'sixteen, seventeen, eighteen, nineteen',
    ),
    tens: listed('twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety'),
    beforeUnit: '-',
    beforeSmall: ' and ',
    hundreds: listed(
      'one hundred, two hundred, three hundred, four hundred, five hundred, six hundred, seven hundred, ' +
        'eight hundred, nine hundred',
    ),
    thousands: listed(
      'one thousand, two thousand, three thousand, four thousand, five thousand, six thousand, seven thousand, ' +
        'eight thousand, nine thousand',
    ),
  },
  letters: {
    latin: named(
      'A ay, B bee, C cee, D dee, E ee, F eff, G gee, H aitch, I eye, J jay, K kay, L ell, M em, N en, O oh, P pee, ' +
        'Q cue, R ar, S ess, T tee, U you, V vee, W double you, X ex, Y wye, Z zed',
    ),
    cyrillic: named(
      'А ah, Б beh, В veh, Г geh, Ґ Ukrainian geh, Д deh, Е yeh, Ё yo, Є Ukrainian yeh, Ж zheh, З zeh, И ee, ' +
        'І dotted ee, Ї yee, Й short ee, К kah, Л ell, М em, Н en, О oh, П peh, Р air, С ess, Т teh, У oo, Ф eff, ' +
        'Х khah, Ц tseh, Ч cheh, Ш shah, Щ shchah, Ъ hard sign, Ы yery, Ь soft sign, Э eh, Ю yoo, Я yah',
    ),
    inCyrillic: (name) => `Cyrillic ${name}`,
    withMark: (name, mark) => `${name} ${marks[mark]}`,
  },
  sign: 'sign',
  ticket: (label) => `Ticket number ${label}`,
  counter: (label) => `please go to counter number ${label}`,
}
