import { FileThumbs } from '#modules/office/files/web/index.tsx'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { formatMoment } from '#ui/words.ts'
import { progressTitles, type StatementView, statementContract, statusTitles } from '../contract.ts'
import { FigureList } from './figure-list.tsx'
import './task-statements.css'

function Line({ statement }: { statement: StatementView }) {
  const { cycle, attempt, agencyName, progress, text, values, files, status, settledBy, settledReason } = statement
  return (
    <li id={`statement-${statement.id}`} data-status={status}>
      <div className="statement-when">
        {formatCycle(cycle)}
        {attempt > 1 && <small className="quiet"> 第 {attempt} 次</small>}
        <small className="quiet">
          {agencyName} {statement.submittedBy} {formatMoment(statement.submittedAt).slice(0, 10)}
          {statement.late && '（迟报）'}
        </small>
      </div>
      <div className="statement-what">
        <p>
          <b data-state={progress}>{progressTitles[progress]}</b> {text} <FigureList values={values} />
          {statement.needsCoordination && <span className="kind-tag">提请协调</span>}
        </p>
        <FileThumbs files={files} />
        {settledReason && <p className="returned-note">退回理由：{settledReason}</p>}
      </div>
      <div className="statement-fate quiet">
        {statusTitles[status]}
        {settledBy && <small>{settledBy}</small>}
      </div>
    </li>
  )
}

/** What was said of a task, newest first, each with its figures, its evidence and who signed. */
export function Part({ task }: { task: TaskView }) {
  const { data } = useRead(statementContract.listTaskStatements, { taskId: task.id })
  if (!data || (data.statements.length === 0 && data.waitingFor.length === 0)) return null
  const { statements, cycle, waitingFor } = data
  return (
    <Sheet
      title="报送记录"
      aside={
        cycle && waitingFor.length > 0 ? (
          <span className="quiet">
            {formatCycle(cycle.key)}待报：{waitingFor.join('、')}（{cycle.dueOn} 截止）
          </span>
        ) : null
      }
    >
      {statements.length === 0 ? (
        <p className="quiet">还没有报送过。</p>
      ) : (
        <ol className="statement-lines">
          {statements.map((statement) => (
            <Line key={statement.id} statement={statement} />
          ))}
        </ol>
      )}
    </Sheet>
  )
}
