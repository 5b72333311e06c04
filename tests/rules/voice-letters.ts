import type { Language } from '#shared/queue/config.ts'

/** The letters that a series may well have, by the names that each language has for them. */
export const lettersIn: Readonly<Record<Language, string>> = {
  lt: `
    A a, B bė, C cė, D dė, E e, F ef, G gė, H ha, I i, J jot, K ka, L el, M em, N en, O o, P pė, Q kū, R er, S es
    T tė, U u, V vė, W vė dviguboji, X iks, Y i ilgoji, Z zė
    Ą a nosinė, Č čė, Ę e nosinė, Ė ė, Į i nosinė, Š eš, Ų u nosinė, Ū u ilgoji, Ž žė
    Ć cė su kirčio ženklu, Ł el perbraukta, Ń en su kirčio ženklu, Ó o su kirčio ženklu, Ś es su kirčio ženklu
    Ź zė su kirčio ženklu, Ż zė su taškeliu
    А kirilicos a, Б kirilicos bė, В kirilicos vė, Г kirilicos gė, Ґ kirilicos ukrainiečių gė, Д kirilicos dė
    Е kirilicos je, Ё kirilicos jo, Є kirilicos ukrainiečių je, Ж kirilicos žė, З kirilicos zė, И kirilicos i
    І kirilicos i su taškeliu, Ї kirilicos ji, Й kirilicos i trumpoji, К kirilicos ka, Л kirilicos el
    М kirilicos em, Н kirilicos en, О kirilicos o, П kirilicos pė, Р kirilicos er, С kirilicos es, Т kirilicos tė
    У kirilicos u, Ф kirilicos ef, Х kirilicos cha, Ц kirilicos cė, Ч kirilicos čė, Ш kirilicos ša
    Щ kirilicos šča, Ъ kirilicos kietumo ženklas, Ы kirilicos jery, Ь kirilicos minkštumo ženklas
    Э kirilicos e, Ю kirilicos ju, Я kirilicos ja`,
  en: `
    A ay, B bee, C cee, D dee, E ee, F eff, G gee, H aitch, I eye, J jay, K kay, L ell, M em, N en, O oh, P pee
    Q cue, R ar, S ess, T tee, U you, V vee, W double you, X ex, Y wye, Z zed
    Ą ay with a tail, Č cee with a hook, Ę ee with a tail, Ė ee with a dot, Į eye with a tail, Š ess with a hook
    Ų you with a tail, Ū you with a bar, Ž zed with a hook
    Ć cee with an accent, Ł ell with a stroke, Ń en with an accent, Ó oh with an accent, Ś ess with an accent
    Ź zed with an accent, Ż zed with a dot
    А Cyrillic ah, Б Cyrillic beh, В Cyrillic veh, Г Cyrillic geh, Ґ Cyrillic Ukrainian geh, Д Cyrillic deh
    Е Cyrillic yeh, Ё Cyrillic yo, Є Cyrillic Ukrainian yeh, Ж Cyrillic zheh, З Cyrillic zeh, И Cyrillic ee
    І Cyrillic dotted ee, Ї Cyrillic yee, Й Cyrillic short ee, К Cyrillic kah, Л Cyrillic ell, М Cyrillic em
    Н Cyrillic en, О Cyrillic oh, П Cyrillic peh, Р Cyrillic air, С Cyrillic ess, Т Cyrillic teh, У Cyrillic oo
    Ф Cyrillic eff, Х Cyrillic khah, Ц Cyrillic tseh, Ч Cyrillic cheh, Ш Cyrillic shah, Щ Cyrillic shchah
    Ъ Cyrillic hard sign, Ы Cyrillic yery, Ь Cyrillic soft sign, Э Cyrillic eh, Ю Cyrillic yoo, Я Cyrillic yah`,
  ru: `
    A а, B бэ, C цэ, D дэ, E е, F эф, G гэ, H аш, I и, J йот, K ка, L эль, M эм, N эн, O о, P пэ, Q ку, R эр, S эс
    T тэ, U у, V вэ, W дубль вэ, X икс, Y игрек, Z зет
    Ą а с хвостиком, Č цэ с галочкой, Ę е с хвостиком, Ė е с точкой, Į и с хвостиком, Š эс с галочкой
    Ų у с хвостиком, Ū у с чертой, Ž зет с галочкой
    Ć цэ с ударением, Ł эль с перечёркиванием, Ń эн с ударением, Ó о с ударением, Ś эс с ударением
    Ź зет с ударением, Ż зет с точкой
    А а кириллицей, Б бэ кириллицей, В вэ кириллицей, Г гэ кириллицей, Ґ украинская гэ кириллицей
    Д дэ кириллицей, Е е кириллицей, Ё ё кириллицей, Є украинская е кириллицей, Ж жэ кириллицей, З зэ кириллицей
    И и кириллицей, І и с точкой кириллицей, Ї украинская йи кириллицей, Й и краткое кириллицей, К ка кириллицей
    Л эль кириллицей, М эм кириллицей, Н эн кириллицей, О о кириллицей, П пэ кириллицей, Р эр кириллицей
    С эс кириллицей, Т тэ кириллицей, У у кириллицей, Ф эф кириллицей, Х ха кириллицей, Ц цэ кириллицей
    Ч че кириллицей, Ш ша кириллицей, Щ ща кириллицей, Ъ твёрдый знак кириллицей, Ы ы кириллицей
    Ь мягкий знак кириллицей, Э э кириллицей, Ю ю кириллицей, Я я кириллицей`,
  pl: `
    A a, B be, C ce, D de, E e, F ef, G gie, H ha, I i, J jot, K ka, L el, M em, N en, O o, P pe, Q ku, R er, S es
    T te, U u, V fau, W wu, X iks, Y igrek, Z zet
    Ą a z ogonkiem, Č ce z haczykiem, Ę e z ogonkiem, Ė e z kropką, Į i z ogonkiem, Š es z haczykiem
    Ų u z ogonkiem, Ū u z poziomą kreską, Ž zet z haczykiem
    Ć ce z kreską, Ł eł, Ń en z kreską, Ó o z kreską, Ś es z kreską, Ź zet z kreską, Ż zet z kropką
    А a cyrylicą, Б be cyrylicą, В we cyrylicą, Г gie cyrylicą, Ґ ukraińskie gie cyrylicą, Д de cyrylicą
    Е je cyrylicą, Ё jo cyrylicą, Є ukraińskie je cyrylicą, Ж że cyrylicą, З ze cyrylicą, И i cyrylicą
    І i z kropką cyrylicą, Ї ji cyrylicą, Й i krótkie cyrylicą, К ka cyrylicą, Л el cyrylicą, М em cyrylicą
    Н en cyrylicą, О o cyrylicą, П pe cyrylicą, Р er cyrylicą, С es cyrylicą, Т te cyrylicą, У u cyrylicą
    Ф ef cyrylicą, Х cha cyrylicą, Ц ce cyrylicą, Ч cze cyrylicą, Ш sza cyrylicą, Щ szcza cyrylicą
    Ъ twardy znak cyrylicą, Ы jery cyrylicą, Ь miękki znak cyrylicą, Э e cyrylicą, Ю ju cyrylicą, Я ja cyrylicą`,
  uk: `
    A а, B бе, C це, D де, E е, F еф, G ґе, H аш, I і, J йот, K ка, L ел, M ем, N ен, O о, P пе, Q ку, R ер, S ес
    T те, U у, V ве, W дубль ве, X ікс, Y ігрек, Z зет
    Ą а з хвостиком, Č це з галочкою, Ę е з хвостиком, Ė е з крапкою, Į і з хвостиком, Š ес з галочкою
    Ų у з хвостиком, Ū у з рискою, Ž зет з галочкою
    Ć це з наголосом, Ł ел з перекресленням, Ń ен з наголосом, Ó о з наголосом, Ś ес з наголосом
    Ź зет з наголосом, Ż зет з крапкою
    А а кирилицею, Б бе кирилицею, В ве кирилицею, Г ге кирилицею, Ґ ґе кирилицею, Д де кирилицею, Е е кирилицею
    Ё російська йо кирилицею, Є є кирилицею, Ж же кирилицею, З зе кирилицею, И и кирилицею, І і кирилицею
    Ї ї кирилицею, Й йот кирилицею, К ка кирилицею, Л ел кирилицею, М ем кирилицею, Н ен кирилицею, О о кирилицею
    П пе кирилицею, Р ер кирилицею, С ес кирилицею, Т те кирилицею, У у кирилицею, Ф еф кирилицею, Х ха кирилицею
    Ц це кирилицею, Ч че кирилицею, Ш ша кирилицею, Щ ща кирилицею, Ъ твердий знак кирилицею
    Ы російська и кирилицею, Ь м’який знак кирилицею, Э російська е кирилицею, Ю ю кирилицею, Я я кирилицею`,
}
