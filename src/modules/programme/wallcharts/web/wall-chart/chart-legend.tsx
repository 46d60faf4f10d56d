import { type LampColour, LampShape } from '#ui/lamp.tsx'
import { textWidth } from '../../domain/wall-chart/text-fit.ts'
import type { WallChartModel } from '../../domain/wall-chart.ts'
import { ChangeSign, changeWords } from './change-sign.tsx'
import { lampWords, type Palette } from './palette.ts'

interface ChartLegendProps {
  model: WallChartModel
  palette: Palette
  top: number
}

interface Entry {
  key: string
  words: string
  /** Width of the sign, in sizes of the text. */
  sign: number
}

const lamps: readonly LampColour[] = ['green', 'yellow', 'red', 'grey']
const changes = ['worse', 'better', 'finished', 'moved'] as const

function entriesOf({ counts, todayX, measures, input }: WallChartModel): readonly Entry[] {
  const withTicks = input.tasks.some((task) => task.milestones.length > 0)
  return [
    ...lamps
      .filter((lamp) => counts[lamp] > 0)
      .map((lamp) => ({ key: lamp, words: `${lampWords[lamp]} ${counts[lamp]} 项`, sign: 1.2 })),
    ...(input.tasks.some((task) => task.isStale) ? [{ key: 'stale', words: '报送已过期', sign: 1.6 }] : []),
    ...changes
      .filter((kind) => input.tasks.some((task) => task.change?.kind === kind))
      .map((kind) => ({ key: kind, words: changeWords[kind], sign: 1.3 })),
    { key: 'dated', words: '起止', sign: 2.6 },
    { key: 'open', words: '长期', sign: 3 },
    { key: 'undated', words: '未明确期限', sign: 2.6 },
    ...(withTicks ? [{ key: 'tick', words: '节点（实心为已完成）', sign: 0.9 }] : []),
    ...(todayX === null ? [] : [{ key: 'today', words: '今天', sign: 0.6 }]),
    ...(measures.isReached && measures.targetColumns.length > 0
      ? [{ key: 'track', words: '目标完成进度（▴进度参考）', sign: 3 }]
      : []),
  ]
}

const isLamp = (key: string): key is LampColour => lamps.some((lamp) => lamp === key)
const isChange = (key: string): key is (typeof changes)[number] => changes.some((kind) => kind === key)

function Sign({ name, x, y, text, palette }: { name: string; x: number; y: number; text: number; palette: Palette }) {
  const box = { x, y: y - text * 0.6, width: text * 2.2, height: text * 1.2, strokeWidth: text * 0.09 }
  const { fill, stroke } = palette.bar.grey
  if (isLamp(name))
    return (
      <LampShape
        colour={name}
        cx={x + text * 0.5}
        cy={y}
        size={text * 0.9}
        fill={palette.bar[name].lamp}
        paper={palette.paper}
      />
    )
  if (isChange(name)) return <ChangeSign kind={name} cx={x + text * 0.5} cy={y} size={text} palette={palette} />
  if (name === 'stale')
    return (
      <LampShape
        colour="grey"
        cx={x + text * 0.7}
        cy={y}
        size={text * 0.8}
        freshness="stale"
        fill={palette.bar.grey.lamp}
        paper={palette.paper}
      />
    )
  if (name === 'dated') return <rect {...box} fill={fill} stroke={stroke} />
  if (name === 'undated')
    return <rect {...box} fill={palette.paper} stroke={stroke} strokeDasharray={`${text * 0.5} ${text * 0.3}`} />
  if (name === 'open')
    return (
      <path
        d={`M${x} ${box.y}h${box.width}l${text * 0.6} ${text * 0.6}l${-text * 0.6} ${text * 0.6}h${-box.width}z`}
        fill={fill}
        stroke={stroke}
        strokeWidth={box.strokeWidth}
      />
    )
  if (name === 'tick')
    return (
      <path
        d={`M${x + text * 0.3} ${y - text * 0.25}l${text * 0.3} ${text * 0.48}h${-text * 0.6}z`}
        fill={palette.paper}
        stroke={palette.text}
        strokeWidth={text * 0.07}
      />
    )
  if (name === 'today')
    return <path d={`M${x + text * 0.2} ${box.y}v${box.height}`} stroke={palette.today} strokeWidth={text * 0.14} />
  return (
    <g>
      <path d={`M${x} ${y}h${text * 2.6}`} stroke={palette.line} strokeWidth={text * 0.06} />
      <path d={`M${x} ${y}h${text * 1.7}`} stroke={palette.accent} strokeWidth={text * 0.2} />
      <path d={`M${x + text * 2.6} ${y - text * 0.3}v${text * 0.6}`} stroke={palette.text} strokeWidth={text * 0.1} />
    </g>
  )
}

const widthOf = ({ sign, words }: Entry, text: number): number => sign * text + textWidth(words, text) + text * 1.4

/** Entries in lines that fit the width, at this size of text. */
function inLines(entries: readonly Entry[], width: number, text: number): readonly (readonly Entry[])[] {
  const lines: Entry[][] = [[]]
  let used = 0
  for (const entry of entries) {
    const own = widthOf(entry, text)
    if (used + own > width && used > 0) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(entry)
    used += own
  }
  return lines
}

/** What each sign means, with the count of every lamp; in two lines where one would be too small to read. */
export function ChartLegend({ model, palette, top }: ChartLegendProps) {
  const { sheet, measures } = model
  const all = entriesOf(model)
  const width = sheet.width - sheet.margin * 2
  const whole = all.reduce((sum, entry) => sum + widthOf(entry, 1), 0)
  const text = Math.min(measures.text, Math.max(sheet.smallest, width / whole))
  const lines = inLines(all, width * 1.001, text)
  const middle = top + measures.legendHeight * 0.56
  return (
    <g>
      {lines.map((line, n) => {
        const y = middle + (n - (lines.length - 1) / 2) * text * 1.5
        return line.map(({ key, words, sign }, i) => {
          const at = sheet.margin + line.slice(0, i).reduce((sum, entry) => sum + widthOf(entry, text), 0)
          return (
            <g key={key}>
              <Sign name={key} x={at} y={y} text={text} palette={palette} />
              <text x={at + sign * text} y={y} fontSize={text} fill={palette.secondary} dominantBaseline="central">
                {words}
              </text>
            </g>
          )
        })
      })}
    </g>
  )
}
