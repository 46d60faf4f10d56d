import { FileThumbs } from '#modules/office/files/web/index.tsx'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { formatMoment } from '#ui/words.ts'
import { progressTitles, type ReportView, reportContract, statusTitles } from '../contract.ts'
import { AskCorrection, CorrectionLines } from './correction-line.tsx'
import { FigureList } from './figure-list.tsx'
import { OpeningState } from './opening-state.tsx'
import './opening.css'
import './task-reports.css'

function Line({ report }: { report: ReportView }) {
  const { cycle, attempt, agencyName, progress, text, values, files, status, settledBy, settledReason } = report
  return (
    <li id={`report-${report.id}`} data-status={status}>
      <div className="report-when">
        {formatCycle(cycle)}
        {attempt > 1 && <small className="quiet"> 第 {attempt} 次</small>}
        <small className="quiet">
          {agencyName} {report.submittedBy} {formatMoment(report.submittedAt).slice(0, 10)}
          {report.late && '（迟报）'}
        </small>
      </div>
      <div className="report-what">
        <p>
          <b data-state={progress}>{progressTitles[progress]}</b> {text} <FigureList values={values} />
          {report.needsCoordination && <span className="kind-tag">提请协调</span>}
        </p>
        <FileThumbs files={files} />
        {settledReason && <p className="returned-note">退回理由：{settledReason}</p>}
        <CorrectionLines report={report} />
      </div>
      <div className="report-fate quiet">
        {statusTitles[status]}
        {settledBy && <small>{settledBy}</small>}
        <AskCorrection report={report} />
      </div>
    </li>
  )
}

/** What was said of a task, newest first, each with its figures, its evidence and who signed. */
export function Part({ task }: { task: TaskView }) {
  const { data } = useRead(reportContract.listTaskReports, { taskId: task.id })
  if (!data) return null
  const { reports, cycle, waitingFor, opening, openingFigures } = data
  const isSaid = opening !== null || openingFigures.length > 0
  if (reports.length === 0 && waitingFor.length === 0 && !isSaid) return null
  return (
    <Sheet
      title="报送记录"
      aside={
        cycle && waitingFor.length > 0 ? (
          <span className="quiet">
            {formatCycle(cycle.key)}待报：{waitingFor.join('、')}（
            {[`${cycle.dueOn} 截止`, cycle.dueNote].filter(Boolean).join('，')}）
          </span>
        ) : null
      }
    >
      <OpeningState opening={opening} openingFigures={openingFigures} />
      {reports.length === 0 ? (
        <p className="quiet">还没有报送过。</p>
      ) : (
        <ol className="report-lines">
          {reports.map((report) => (
            <Line key={report.id} report={report} />
          ))}
        </ol>
      )}
    </Sheet>
  )
}
