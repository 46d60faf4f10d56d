import { Button } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { downloadUrl } from '#ui/upload.ts'
import { type PaperView, supervisionContract } from '../contract.ts'
import { LevelTag } from './level-tag.tsx'
import { RecordInterview } from './record-interview.tsx'

/** The papers that went out, each to be taken as a Word file. */
export function PaperList({ papers, records = false }: { papers: readonly PaperView[]; records?: boolean }) {
  const [recording, setRecording] = useState<PaperView | null>(null)
  const record = useWrite(supervisionContract.recordInterview, { quiet: true, onDone: () => setRecording(null) })
  return (
    <>
      <ul className="paper-list">
        {papers.map((paper) => (
          <li key={paper.id}>
            <LevelTag level={paper.kind} standing={paper.standing} />
            <a href={downloadUrl(supervisionContract.getPaper, { paperId: paper.id })} download>
              {paper.title} {paper.number}
            </a>
            <span className="quiet">
              {paper.issuedOn} {paper.issuedBy}
              {paper.dueOn !== null && `，${paper.dueOn} 前反馈`}
            </span>
            {paper.corrected.length > 0 && (
              <p className="paper-corrected">
                本件引用的数字其后更正：{paper.corrected.join('；')}。已印发的文书不变。
              </p>
            )}
            {records && paper.kind === 'interview' && (
              <Button size="small" onClick={() => setRecording(paper)}>
                补记约谈情况
              </Button>
            )}
          </li>
        ))}
      </ul>
      {recording && (
        <RecordInterview
          paper={recording}
          sending={record}
          onConfirm={(interview) => record.mutate({ paperId: recording.id, interview })}
          onCancel={() => setRecording(null)}
        />
      )}
    </>
  )
}
