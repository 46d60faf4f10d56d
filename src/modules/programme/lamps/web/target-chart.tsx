import { useLayoutEffect, useRef, useState } from 'react'
import { formatNumber as figure, withUnit } from '#kernel/figures.ts'
import { ink } from '#ui/ink.ts'
import type { TargetPage } from '../contract.ts'
import { type TargetChart as Layout, layOutTargetChart } from '../domain/target-chart.ts'

const path = (layout: Layout, points: readonly { on: string; value: number }[]): string =>
  points
    .map(({ on, value }, i) => `${i === 0 ? 'M' : 'L'}${layout.x(on).toFixed(1)} ${layout.y(value).toFixed(1)}`)
    .join('')

function Axes({ layout }: { layout: Layout }) {
  const { plot, x, y, xTicks, yTicks } = layout
  return (
    <g fontSize="11" fill={ink.secondary}>
      {yTicks.map((value) => (
        <g key={value}>
          <line x1={plot.left} x2={plot.right} y1={y(value)} y2={y(value)} stroke={ink.hairline} />
          <text x={plot.left - 6} y={y(value) + 4} textAnchor="end">
            {figure(value)}
          </text>
        </g>
      ))}
      {xTicks.map(({ on, label }) => (
        <text key={on} x={x(on)} y={plot.bottom + 16} textAnchor="middle">
          {label}
        </text>
      ))}
    </g>
  )
}

function Today({ layout, day }: { layout: Layout; day: string }) {
  const { plot, x } = layout
  return (
    <g>
      <line x1={x(day)} x2={x(day)} y1={plot.top - 8} y2={plot.bottom} stroke={ink.red} strokeWidth="1" />
      <text x={x(day)} y={plot.top - 12} fontSize="11" fill={ink.red} textAnchor="middle">
        {day.slice(5)}
      </text>
    </g>
  )
}

/** Where the figure will stand at this pace; hatched, so that it is told apart in black and white. */
function Outlook({ layout, page }: { layout: Layout; page: TargetPage }) {
  const { forecast } = page.verdict
  const last = page.series.at(-1)
  if (!forecast || !last) return null
  const { x, y } = layout
  const at = (value: number) => `${x(forecast.on).toFixed(1)} ${y(value).toFixed(1)}`
  const from = `${x(last.on).toFixed(1)} ${y(last.value).toFixed(1)}`
  return (
    <g>
      <path d={`M${from}L${at(forecast.low)}L${at(forecast.high)}Z`} fill="url(#hatch)" stroke="none" />
      <path
        d={`M${from}L${at(forecast.value)}`}
        fill="none"
        stroke={ink.accent}
        strokeDasharray="5 4"
        strokeWidth="1.5"
      />
      <text x={x(forecast.on) - 4} y={y(forecast.value) - 6} fontSize="11" fill={ink.accent} textAnchor="end">
        预测 {figure(forecast.value)}（{figure(forecast.low)}～{figure(forecast.high)}）
      </text>
    </g>
  )
}

function Wanted({ layout, page }: { layout: Layout; page: TargetPage }) {
  const { wanted } = page.verdict
  if (wanted === null) return null
  const { plot, y } = layout
  return (
    <g>
      <line x1={plot.left} x2={plot.right} y1={y(wanted)} y2={y(wanted)} stroke={ink.text} strokeDasharray="2 3" />
      <text x={plot.left + 4} y={y(wanted) - 5} fontSize="11" fill={ink.text}>
        目标 {page.target.shown}
      </text>
    </g>
  )
}

function Marks({ layout, page }: { layout: Layout; page: TargetPage }) {
  return (
    <g>
      <path d={path(layout, page.series)} fill="none" stroke={ink.text} strokeWidth="2" />
      {page.series.map(({ on, value }, i) => (
        <a key={`${on}${i}`} href={`#record-${page.series.length - 1 - i}`} aria-label={`${on} ${figure(value)}`}>
          <circle cx={layout.x(on)} cy={layout.y(value)} r="9" fill="transparent" />
          <circle cx={layout.x(on)} cy={layout.y(value)} r="4" fill={ink.surface} stroke={ink.text} strokeWidth="2" />
          <title>{`${on}：${withUnit(value, page.target.unit)}`}</title>
        </a>
      ))}
    </g>
  )
}

/** Series, course, target and forecast of one indicator; every mark leads to its record below. */
export function TargetChart({ page }: { page: TargetPage }) {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(720)
  useLayoutEffect(() => {
    const measure = () => setWidth(Math.max(280, place.current?.clientWidth ?? 720))
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  const { series, course, day, verdict } = page
  const contents = { series, course, day, forecast: verdict.forecast, wanted: verdict.wanted }
  const layout = layOutTargetChart(contents, width)
  return (
    <div ref={place} className="target-chart">
      <svg width="100%" viewBox={`0 0 ${layout.width} ${layout.height}`} role="group" aria-label="指标走势">
        <defs>
          <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill={ink.accentTint} />
            <line x1="0" x2="0" y1="0" y2="5" stroke={ink.accent} strokeWidth="0.7" opacity="0.5" />
          </pattern>
        </defs>
        <Axes layout={layout} />
        <Outlook layout={layout} page={page} />
        <path d={path(layout, course)} fill="none" stroke={ink.grey} strokeWidth="1.5" strokeDasharray="7 3" />
        <Wanted layout={layout} page={page} />
        <Marks layout={layout} page={page} />
        <Today layout={layout} day={day} />
      </svg>
      <p className="target-legend quiet">
        <span className="key-series">实际</span>
        <span className="key-course">进度线（推算的进度参考）</span>
        {verdict.forecast && <span className="key-forecast">预测与区间（按近期速度）</span>}
      </p>
    </div>
  )
}
