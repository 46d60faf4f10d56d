/** How firmly a target is set, and for whom. */
const FIRM = /力争|争取|确保|必须|努力/g
const SOFT = /支持|鼓励|引导|探索|推动|组织|计划|拟|着力/g
const SCOPES = [
  [/各?(?:乡镇|镇街|街道)(?:办场园)?(?:每|各|均|明确)|每个?(?:乡镇|镇|街道)/, '乡镇'],
  [/每个?(?:县|区县|市县)|各县/, '县'],
  [/园区|高新区|开发区|产业园(?!项目)/, '园区'],
] as const

/** The word of modality in force at the end of `text`: 力争 carries through its sentence, 支持 only through its segment. */
export function modalityOf(sentenceSoFar: string, segmentSoFar: string): string {
  const firm = sentenceSoFar.match(FIRM)?.at(-1)
  const soft = segmentSoFar.match(SOFT)?.at(-1)
  return firm ?? soft ?? '应当'
}

/** The level a target is set for: the issuer's own unless the words name each township, county or a park. */
export function scopeOf(words: string, level: string): string {
  return SCOPES.find(([pattern]) => pattern.test(words))?.[1] ?? level
}
