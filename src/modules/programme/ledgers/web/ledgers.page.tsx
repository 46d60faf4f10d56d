import { InputNumber } from 'antd'
import { useState } from 'react'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { RegistryList } from '#ui/registry/record-list.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { useSetUrlWords, useUrlWord } from '#ui/url-state.ts'
import { type LedgerKind, type LedgerPage, ledgerContract } from '../contract.ts'
import { ledgerTitles } from '../domain/ledger.ts'
import { policyRegistry, projectRegistry } from '../registries.ts'
import { ImportLedger } from './import-ledger.tsx'
import { listAt } from './lists.ts'
import './ledgers.css'

const shows: Record<LedgerKind, string> = {
  tasks: '任务、目标、措施、节点、责任',
  workbook: '季度节点、进展情况、完成率、亮灯、存在问题、下步措施',
}

interface LineProps {
  page: LedgerPage
  programmeId: string
  ledger: LedgerKind
  onImport: () => void
}

function Line({ page, programmeId, ledger, onImport }: LineProps) {
  const columns = page.columns.find((one) => one.ledger === ledger)
  const address = downloadUrl(ledgerContract.exportLedger, { programmeId, ledger, year: page.year })
  return (
    <li className="ledger-line">
      <div>
        <b>{ledgerTitles[ledger]}</b> <span className="quiet">{page.counts.tasks} 项</span>
        <p className="quiet">{shows[ledger]}</p>
        {page.can.importLedger.allowed && columns && <p className="quiet">可填写后导入：{columns.taken.join('、')}</p>}
      </div>
      <div className="ledger-line-acts no-print">
        <a className="button-link" href={address} download>
          导出
        </a>
        {page.can.importLedger.allowed && (
          <button type="button" className="button-link" onClick={onImport}>
            导入
          </button>
        )}
      </div>
    </li>
  )
}

const kinds: readonly LedgerKind[] = ['tasks', 'workbook']

function Ledgers({ page, programmeId }: { page: LedgerPage; programmeId: string }) {
  const [importing, setImporting] = useState<LedgerKind | null>(null)
  const set = useSetUrlWords()
  return (
    <>
      <Sheet
        title="任务清单与台账"
        aside={
          <label className="quiet no-print">
            年度{' '}
            <InputNumber
              size="small"
              min={2000}
              max={2099}
              value={page.year}
              onChange={(year) => year !== null && set({ year: String(year) })}
            />
          </label>
        }
      >
        <ul className="ledger-list">
          {kinds.map((ledger) => (
            <Line key={ledger} {...{ page, programmeId, ledger }} onImport={() => setImporting(ledger)} />
          ))}
          <li className="ledger-line">
            <div>
              <b>督办台账</b> <span className="quiet">{page.counts.orders} 件</span>
              <p className="quiet">编号、事项、来源、承办、时限、催办次数、进展、颜色、销号、评价</p>
            </div>
            <div className="ledger-line-acts no-print">
              <a className="button-link" href={downloadUrl(supervisionContract.exportOrders, { programmeId })} download>
                导出
              </a>
            </div>
          </li>
        </ul>
      </Sheet>
      {importing && (
        <ImportLedger
          key={importing}
          programmeId={programmeId}
          ledger={importing}
          year={page.year}
          onClose={() => setImporting(null)}
        />
      )}
      <Sheet title="项目清单">
        <RegistryList registry={projectRegistry} title="项目清单" listAt={listAt} prefix="project-" />
      </Sheet>
      <Sheet title="政策清单">
        <RegistryList registry={policyRegistry} title="政策清单" listAt={listAt} prefix="policy-" />
      </Sheet>
    </>
  )
}

function Loaded({ programmeId }: { programmeId: string }) {
  const year = useUrlWord('year')
  const input = { programmeId, ...(/^20\d\d$/u.test(year) && { year: Number(year) }) }
  const page = useRead(ledgerContract.getLedgers, input, { keepOld: true })
  return <Reading of={page}>{(view) => <Ledgers page={view} programmeId={programmeId} />}</Reading>
}

/** The tables an office keeps beside its programme: taken out ready to print, filled in, brought back. */
export function Page() {
  return <ProgrammeFrame tab="清单台账">{({ id }) => <Loaded programmeId={id} />}</ProgrammeFrame>
}
