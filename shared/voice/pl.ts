import type { Speech } from './speech.ts'
import { listed, named } from './tables.ts'

const marks = {
  tail: 'z ogonkiem',
  hook: 'z haczykiem',
  dot: 'z kropką',
  bar: 'z poziomą kreską',
  accent: 'z kreską',
  stroke: 'z przekreśleniem',
  dots: 'z dwiema kropkami',
}

/** Marked letters as they are spelled aloud: `zet z kropką`. */
export const pl: Speech = {
  numbers: {
    small: listed(
      'zero, jeden, dwa, trzy, cztery, pięć, sześć, siedem, osiem, dziewięć, dziesięć, jedenaście, dwanaście, ' +
        'trzynaście, czternaście, piętnaście, szesnaście, siedemnaście, osiemnaście, dziewiętnaście',
    ),
    tens: listed(
      'dwadzieścia, trzydzieści, czterdzieści, pięćdziesiąt, sześćdziesiąt, siedemdziesiąt, osiemdziesiąt, ' +
        'dziewięćdziesiąt',
    ),
    beforeUnit: ' ',
    beforeSmall: ' ',
    hundreds: listed(
      'sto, dwieście, trzysta, czterysta, pięćset, sześćset, siedemset, osiemset, dziewięćset',
    ),
    thousands: listed(
      'tysiąc, dwa tysiące, trzy tysiące, cztery tysiące, pięć tysięcy, sześć tysięcy, siedem tysięcy, ' +
        'osiem tysięcy, dziewięć tysięcy',
    ),
  },
  letters: {
    latin: named(
      'A a, B be, C ce, D de, E e, F ef, G gie, H ha, I i, J jot, K ka, L el, Ł eł, M em, N en, O o, P pe, Q ku, R er, ' +
        'S es, T te, U u, V fau, W wu, X iks, Y igrek, Z zet',
    ),
    cyrillic: named(
      'А a, Б be, В we, Г gie, Ґ ukraińskie gie, Д de, Е je, Ё jo, Є ukraińskie je, Ж że, З ze, И i, І i z kropką, ' +
        'Ї ji, Й i krótkie, К ka, Л el, М em, Н en, О o, П pe, Р er, С es, Т te, У u, Ф ef, Х cha, Ц ce, Ч cze, ' +
        'Ш sza, Щ szcza, Ъ twardy znak, Ы jery, Ь miękki znak, Э e, Ю ju, Я ja',
    ),
    inCyrillic: (name) => `${name} cyrylicą`,
    withMark: (name, mark) => `${name} ${marks[mark]}`,
  },
  sign: 'znak',
  ticket: (label) => `Numer ${label}`,
  counter: (label) => `proszę do okienka numer ${label}`,
}
