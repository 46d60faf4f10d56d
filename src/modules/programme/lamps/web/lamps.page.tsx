import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { z } from 'zod'
import { addDays } from '#kernel/day.ts'
import type { ProgrammeView } from '#modules/programme/programmes/contract.ts'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { DayInput } from '#ui/form/day-field.tsx'
import { Reading } from '#ui/reading.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { useSetUrlWords, useUrlWord } from '#ui/url-state.ts'
import { lampContract, type VerdictList } from '../contract.ts'
import { lampSentence } from '../domain/lamp-sentence.ts'
import { DoubtList } from './doubt-list.tsx'
import { KeptProof } from './kept-proof.tsx'
import { TurnList } from './turn-list.tsx'
import { VerdictTable } from './verdict-table.tsx'
import './lamps.css'

const isDay = (on: string): boolean => z.iso.date().safeParse(on).success

function Acts({ list }: { list: VerdictList }) {
  const { programmeId, day, today } = list
  const set = useSetUrlWords()
  const choose = (on: string) => set({ on: on === today ? '' : on })
  return (
    <div className="lamp-acts no-print">
      <label className="quiet" htmlFor="lamp-day">
        看哪一天
      </label>
      <DayInput id="lamp-day" required to={today} value={day} onChange={(on) => isDay(on) && choose(on)} />
      {day !== today && <Button onClick={() => choose(today)}>回到今天</Button>}
      <a className="button-link" href={downloadUrl(lampContract.exportIndicators, { programmeId, on: day })} download>
        导出指标进度表
      </a>
      <Link className="button-link" to={`/programmes/${programmeId}/lamps/rules`}>
        亮灯规则
      </Link>
      <Button onClick={() => window.print()}>打印</Button>
    </div>
  )
}

function Lamps({ list }: { list: VerdictList }) {
  const { programmeId, day, today, counts, tasks, edition } = list
  const from = addDays(day, -7)
  const changes = useRead(lampContract.compareDays, { programmeId, from, to: day })
  const worse = changes.data?.changes.filter(({ turned }) => turned === 'worse')
  const past = day === today ? '' : `${day} 当天：`
  return (
    <>
      <Acts list={list} />
      <p className="lamp-opening">
        {past}
        {lampSentence(counts, worse?.filter(({ after }) => after === 'red').length)}
      </p>
      {worse && worse.length > 0 && <TurnList turns={worse} from={from} />}
      <DoubtList tasks={tasks} />
      <VerdictTable list={list} />
      <p className="quiet lamp-foot">
        截至 {day}，按第 {edition} 版规则判断。
      </p>
      <KeptProof programmeId={programmeId} />
    </>
  )
}

function Loaded({ programme }: { programme: ProgrammeView }) {
  const on = useUrlWord('on')
  const input = { programmeId: programme.id, ...(on !== '' && { on }) }
  const list = useRead(lampContract.listVerdicts, input, { keepOld: true })
  return <Reading of={list}>{(view) => <Lamps list={view} />}</Reading>
}

/** The lamps of all tasks on a day: what turned worse first, what to doubt, then every task with its reasons. */
export function Page() {
  return <ProgrammeFrame tab="亮灯">{(programme) => <Loaded programme={programme} />}</ProgrammeFrame>
}
