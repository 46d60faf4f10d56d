import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { outlookInWords, reckoned, withUnit } from '#kernel/figures.ts'
import {
  formatFirmness,
  formatPeriod,
  holdsThroughout,
  isFalling,
  kindTitles,
  meaningOf,
} from '#modules/programme/plans/contract.ts'
import { PlanPlaceLink } from '#modules/programme/plans/web/index.tsx'
import { useOfProgramme } from '#modules/programme/programmes/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Quote } from '#ui/quote.tsx'
import { Reading } from '#ui/reading.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { usePathWord, useUrlWord } from '#ui/url-state.ts'
import { isYearAhead, lampContract, lampTitles, type TargetPage } from '../contract.ts'
import { courseInWords } from '../domain/course-text.ts'
import { answerOf } from '../domain/target-answer.ts'
import { CourseForm } from './course-form.tsx'
import { ReasonList } from './reason-list.tsx'
import { TargetChart } from './target-chart.tsx'
import { TargetRecords } from './target-records.tsx'
import './lamps.css'

/** What the course wants today: computed, unless it is the plan's own figure. */
function referenceOf({ target, verdict: { expectedNow, wanted } }: TargetPage): string {
  if (expectedNow === null) return '未知（不按进度线判断）'
  return `${withUnit(expectedNow === wanted ? expectedNow : reckoned(expectedNow, target.unit), target.unit)}${expectedNow === wanted ? '' : '（推算，不是方案中的数）'}`
}

function courseOfPage({ target, limit, courseSetBy, season, lacksBaseline }: TargetPage): string {
  if (limit) return '不设进度线，任何时候都按限额判断'
  if (courseSetBy) return `${courseInWords(courseSetBy.course)}（${courseSetBy.setBy}：${courseSetBy.reason}）`
  if (holdsThroughout(meaningOf(target), isFalling(target))) return '不设进度线，任何时候都按目标判断'
  if (lacksBaseline) return '没有写明基数，不推算；可设为逐点，第一点填基数'
  if (season) return `${courseInWords(season.course)}（默认：${season.why}；可改）`
  return '均匀推进（推算，不是方案中的安排）'
}

function factsOf(page: TargetPage): readonly Fact[] {
  const { target, verdict, counted, limit, records } = page
  const { reached, asOfOn, forecast } = verdict
  const { unit } = target
  const shown = (value: number | null, why: string) => (value === null ? `未知（${why}）` : withUnit(value, unit))
  return [
    { label: '目标', value: `${target.sentence}，${formatFirmness(target)}` },
    { label: '类型', value: `${kindTitles[target.kind]}　${counted}` },
    { label: '期限', value: formatPeriod(target.period) || '未写明，按方案起止计算' },
    {
      label: '已达到',
      value: `${shown(reached, isYearAhead(verdict) ? '还没有到考核年度' : '尚无数据')}${asOfOn === null ? '' : `（截至 ${asOfOn}）`}`,
    },
    { label: limit ? '限额' : '进度参考', value: referenceOf(page) },
    {
      label: '进度线',
      value: courseOfPage(page),
    },
    {
      label: '到期预测',
      value: forecast ? outlookInWords(forecast, unit) : '不作预测（数据不足四次、两个月，按季节推进，或走势不是直线）',
    },
    { label: '数据来源', value: records[0] ? records[0].agency : '未知（尚无数据）' },
    {
      label: '所属任务',
      value: target.taskId === null ? '全局目标' : <Link to={`/tasks/${target.taskId}`}>{target.taskTitle}</Link>,
    },
    { label: '牵头单位', value: target.leads.map(({ name }) => name).join('、') || '未明确' },
  ]
}

function Acts({ page, onSet }: { page: TargetPage; onSet: () => void }) {
  const { programmeId } = page.target
  return (
    <>
      {page.can.setTrajectory.allowed && <Button onClick={onSet}>设定进度线</Button>}
      <a
        className="button-link"
        href={downloadUrl(lampContract.exportIndicators, { programmeId, on: page.day })}
        download
      >
        导出指标进度表
      </a>
      <Button onClick={() => window.print()}>打印</Button>
    </>
  )
}

function Target({ page }: { page: TargetPage }) {
  const { target, verdict, programmeTitle, day } = page
  const [setting, setSetting] = useState(false)
  const { programmeId, indicator, unit, op } = target
  useOfProgramme(programmeId)
  const at = (
    <PlanPlaceLink planId={target.planId} span={target.valueSpan}>
      在规划原文中查看
    </PlanPlaceLink>
  )
  return (
    <Screen
      title={answerOf({ indicator: indicator.text, unit, op }, verdict, day)}
      crumbs={[
        { label: programmeTitle, to: `/programmes/${programmeId}` },
        { label: '目标', to: `/programmes/${programmeId}/targets` },
      ]}
      meta={
        <>
          <Lamp colour={verdict.lamp} label={lampTitles[verdict.lamp]} withLabel /> 截至 {day}
        </>
      }
      actions={<Acts page={page} onSet={() => setSetting(true)} />}
    >
      {page.series.length > 0 && (
        <Sheet>
          <TargetChart page={page} />
        </Sheet>
      )}
      <Sheet title="依据">
        <ReasonList reasons={verdict.reasons} taskId={target.taskId} without={['target']} />
        <Quote source={at}>{target.clause.text}</Quote>
      </Sheet>
      <Sheet>
        <FactList facts={factsOf(page)} />
      </Sheet>
      <Sheet title="报送记录">
        <TargetRecords page={page} />
      </Sheet>
      {setting && <CourseForm page={page} onClose={() => setSetting(false)} />}
    </Screen>
  )
}

/** One indicator: its verdict, its series with course, target and forecast, and the records behind it. */
export function Page() {
  const on = useUrlWord('on')
  const page = useRead(lampContract.getTargetPage, { targetId: usePathWord('targetId'), ...(on !== '' && { on }) })
  return (
    <Reading of={page} loading={<Screen title="指标">{null}</Screen>}>
      {(view) => <Target page={view} />}
    </Reading>
  )
}
