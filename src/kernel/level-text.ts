/**
 * Radicals and strokes that fonts put in the place of the characters they look like: those Unicode's compatibility
 * mappings leave alone, by its property Equivalent_Unified_Ideograph (EquivalentUnifiedIdeograph.txt, Unicode 14).
 */
const radicals =
  '⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲㇆㇏㇐㇑㇒㇓㇔㇕㇖㇗㇘㇙㇚㇛㇜㇝㇞㇟㇠㇡'
const ideographs =
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀𠃌乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎'
const ideographOf = new Map([...radicals].map((radical, i) => [radical, [...ideographs][i] ?? radical]))

/** Blanks of other widths, and what some programs end lines with. */
const blanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g
const lineEnds = /[\u0085\u2028\u2029]/g

/** Nobody sees them: soft hyphens, joiners, marks of writing direction and of byte order, choices among glyphs. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu

/** Radicals, strokes, compatibility ideographs, ligatures, full-width figures and letters, figures of formulas. */
const lookAlikes =
  /[\u2e80-\u2fdf\u3038-\u303a\u31c0-\u31ef\uf900-\ufaff\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff61-\uff64]|[\u{1d7ce}-\u{1d7ff}\u{2f800}-\u{2fa1f}]/gu

/** Marks set for upright columns, beside those they stand for. */
const upright = '︐︑︒︓︔︕︖︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄'
const marks = '，、。：；！？（）｛｝〔〕【】《》〈〉「」『』'
const markOf = new Map([...upright].map((mark, i) => [mark, marks[i] ?? mark]))
const uprightMarks = /[\ufe10-\ufe16\ufe35-\ufe44]/g

/** Kana and phonetic signs that stand alone among characters are those they look like: 人ロ, 分エ. */
const kana = 'ロニハカエタトㄧ'
const likened = '口二八力工夕卜一'
const lonelyKana =
  /(?<=\p{Script=Han})[ロニハカエタトㄧ](?![\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Bopomofo}ー])|(?<![\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Bopomofo}ー])[ロニハカエタトㄧ](?=\p{Script=Han})/gu

/**
 * A text in which what looks the same is the same: people cannot see a radical in the place of its character, a figure
 * of full width or a blank of no width, and cannot type around them.
 */
export const levelText = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(blanks, ' ')
    .replace(lineEnds, '\n')
    .replace(lookAlikes, (each) => ideographOf.get(each) ?? each.normalize('NFKC'))
    .replace(lonelyKana, (each) => likened[kana.indexOf(each)] ?? each)
    .replace(uprightMarks, (each) => markOf.get(each) ?? each)
    .replace(/(?<=\d)．(?=\d)/g, '.')
