interface Counted {
  green: number
  yellow: number
  red: number
  grey: number
  stale: number
}

/** `47 项任务：31 绿 9 黄 4 红 3 灰；一周来转红 2 项，5 项没有按期报送。`: colours nobody shows are left out. */
export function lampSentence(counts: Counted, turnedRed: number | undefined): string {
  const { green, yellow, red, grey, stale } = counts
  const all = green + yellow + red + grey
  if (all === 0) return '这一天还没有任务。'
  const shown = [
    [green, '绿'],
    [yellow, '黄'],
    [red, '红'],
    [grey, '灰'],
  ] as const
  const colours = shown.filter(([n]) => n > 0).map(([n, name]) => `${n} ${name}`)
  const news = [
    turnedRed === undefined ? '' : turnedRed > 0 ? `一周来转红 ${turnedRed} 项` : '一周来没有转红',
    stale > 0 ? `${stale} 项没有按期报送` : '各单位均按期报送',
  ].filter((part) => part !== '')
  return `${all} 项任务：${colours.join(' ')}；${news.join('，')}。`
}
