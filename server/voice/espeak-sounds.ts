import type { Language } from '#shared/queue/config.ts'

/**
 * Words that espeak-ng 1.51 reads wrongly, in its own signs of sounds (`espeak-ng -x`): in Lithuanian it stresses nearly
 * all numbers on the last syllable but one and takes the letter L for "elektroninis", in English it reads `ay` like `eye`
 * and spells `eff`, in Russian it reads the preposition `к` as the letter, in Ukrainian `и` like `і`.
 */
const sounds: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  lt: {
    numeris: "n'um;er;is",
    prašome: "pr'aaSo:m;e",
    el: "'el",
    nosinė: "n'o:s;in;ee",
    keturi: "k;etur;'i",
    penki: "p;en;k;'i",
    šeši: "S;eS;'i",
    septyni: "s;ept;i:n;'i",
    aštuoni: "aStuon;'i",
    devyni: "d;ev;i:n;'i",
    vienuolika: "v;ien'uol;ika",
    dvylika: "dv;'i:l;ika",
    trylika: "tr;'i:l;ika",
    keturiolika: "k;etur;'o:l;ika",
    penkiolika: "p;en;k;'o:l;ika",
    šešiolika: "S;eS;'o:l;ika",
    septyniolika: "s;ept;i:n;'o:l;ika",
    aštuoniolika: "aStuon;'o:l;ika",
    devyniolika: "d;ev;i:n;'o:l;ika",
    dvidešimt: "dv;'id;eS;imt",
    trisdešimt: "tr;'is;d;eS;imt",
    keturiasdešimt: "k;'eatur;es;d;eS;imt",
    penkiasdešimt: "p;'en;k;es;d;eS;imt",
    šešiasdešimt: "S;'eaS;es;d;eS;imt",
    septyniasdešimt: "s;ept;'i:n;es;d;eS;imt",
    aštuoniasdešimt: "aSt'uon;es;d;eS;imt",
    devyniasdešimt: "d;ev;'i:n;es;d;eS;imt",
    šimtai: "S;imt'ai",
    tūkstantis: "t'u:kstan;t;is",
    tūkstančiai: "t'u:kstan;tS;ei",
  },
  en: {
    ay: "'eI",
    eff: "'Ef",
    geh: "g'eI",
    khah: "h'A:",
    shchah: "StS'A:",
  },
  ru: {
    'к окну': "kVkn'u",
    сорок: "s'orVk",
  },
  pl: {},
  uk: {
    підійдіть: "pidijd'it",
    'до вікна': "dV vikn'A",
    чотирнадцять: "tS;Vtirn'Adtsjat",
    сорок: "s'orVk",
    вісімдесят: "visimdes'jat",
    'дев’яносто': "devjan'ostV",
    тисяча: "t'isjatS;V",
    тисячі: "t'isjatS;i",
    тисяч: "t'isjatS;",
    и: "'y",
    ігрек: "'ihrek",
    'м’який': "mjak'ij",
    кирилицею: "kir'ilitsyju",
  },
}

/** A text as espeak-ng is to be given it, so that each word sounds as it does among people. */
export function forEspeak(text: string, language: Language): string {
  const words = Object.keys(sounds[language]).sort((a, b) => b.length - a.length)
  if (words.length === 0) return text
  const whole = new RegExp(`(?<![\\p{L}’-])(?:${words.join('|')})(?![\\p{L}’-])`, 'giu')
  return text.replace(whole, (word) => `[[${sounds[language][word.toLowerCase()]}]]`)
}
