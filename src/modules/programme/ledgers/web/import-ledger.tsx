import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { sheetEndings, sheetHint } from '#kernel/readable-files.data.ts'
import { FileDrop } from '#ui/file-drop.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { uploadFile } from '#ui/upload.ts'
import { type LedgerImport, type LedgerKind, ledgerContract } from '../contract.ts'
import { ledgerTitles } from '../domain/ledger.ts'
import { LedgerChanges } from './ledger-changes.tsx'

type Stage =
  | { at: 'empty'; sentence: string | null }
  | { at: 'sending' }
  | { at: 'tried' | 'written'; file: File; result: LedgerImport }

interface ImportLedgerProps {
  programmeId: string
  ledger: LedgerKind
  year: number
  onClose: () => void
}

/** A filled-in ledger: tried first, every change shown, then taken whole. */
export function ImportLedger({ programmeId, ledger, year, onClose }: ImportLedgerProps) {
  const [stage, setStage] = useState<Stage>({ at: 'empty', sentence: null })
  const queries = useQueryClient()
  const send = async (file: File, dryRun: boolean) => {
    setStage({ at: 'sending' })
    try {
      const input = { programmeId, ledger, year, dryRun: String(dryRun) }
      const result = await uploadFile(ledgerContract.importLedger, input, file)
      if (!dryRun) void queries.invalidateQueries()
      setStage({ at: dryRun ? 'tried' : 'written', file, result })
    } catch (problem) {
      setStage({ at: 'empty', sentence: problem instanceof Error ? problem.message : '没有办成。请再试一次。' })
    }
  }
  const ready = stage.at === 'tried' && stage.result.refused.length === 0 && stage.result.changed.length > 0
  return (
    <Modal open title={`导入${ledgerTitles[ledger]}`} footer={null} onCancel={onClose} width={760}>
      {stage.at === 'empty' && (
        <>
          <FileDrop
            title={`把填好的${ledgerTitles[ledger]}拖到这里`}
            hint={`可送 ${sheetHint}，一次一个文件；先试导，看过改动再写入`}
            accept={sheetEndings}
            onFiles={([file]) => file && void send(file, true)}
          />
          {stage.sentence !== null && (
            <p className="form-refusal" role="alert">
              {stage.sentence}
            </p>
          )}
        </>
      )}
      {stage.at === 'sending' && <LoadingSkeleton rows={4} />}
      {(stage.at === 'tried' || stage.at === 'written') && (
        <>
          <LedgerChanges result={stage.result} name={stage.file.name} />
          <div className="form-acts">
            <Button onClick={() => setStage({ at: 'empty', sentence: null })}>换一个文件</Button>
            {ready && (
              <Button type="primary" onClick={() => void send(stage.file, false)}>
                写入
              </Button>
            )}
            {stage.at === 'written' && (
              <Button type="primary" onClick={onClose}>
                完成
              </Button>
            )}
          </div>
        </>
      )}
    </Modal>
  )
}
