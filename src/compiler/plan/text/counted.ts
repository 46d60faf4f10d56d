const CN = '[一二三四五六七八九十]{1,3}'

/** What is counted up in running words: 一是, 二要, 第三，, 其四，; not 是否 and 要素. The source of a pattern on reading text. */
export const COUNTED = `(?:${CN}(?:是(?!否)|要(?![素点件害闻]))|第${CN}[,是要]|其[一二三四五六七八九][,是])`
