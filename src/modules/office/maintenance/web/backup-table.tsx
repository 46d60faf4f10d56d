import { minuteOf } from '#kernel/moment.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { EmptyState } from '#ui/states.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { type BackupsView, maintenanceContract } from '../contract.ts'
import { sizeText } from '../domain/backup.ts'
import { listConfidential } from '../domain/confidential.ts'

type Row = BackupsView['backups'][number]

const outcomeOf = (row: Row) => {
  const { failure, verifiedAt, damaged } = row
  if (failure !== null) return <span className="backup-failure">■ 没有备成</span>
  if (damaged > 0) return <span>▲ 已校验，{damaged} 个文件早已损坏</span>
  if (row.leftOut.includes('account')) return '▲ 已校验；未加密，不含账号和密钥'
  return verifiedAt === null ? '未校验' : '● 已逐字节校验'
}

const downloadOf = ({ name, failure }: Row) =>
  failure === null && (
    <a href={downloadUrl(maintenanceContract.getBackup, { name })} download>
      下载
    </a>
  )

const sizeOf = ({ failure, bytes }: Row) => (failure === null ? sizeText(bytes) : '未知（没有备成）')

const columns: readonly Column<Row>[] = [
  {
    key: 'made',
    title: '时间',
    width: 150,
    render: ({ madeAt }) => <time className="figure">{minuteOf(madeAt)}</time>,
  },
  {
    key: 'kind',
    title: '方式',
    width: 170,
    render: ({ kindTitle, by, kind }) => (kind === 'manual' ? `${kindTitle}（${by}）` : kindTitle),
  },
  { key: 'size', title: '大小', width: 130, align: 'right', render: sizeOf },
  { key: 'outcome', title: '结果', render: outcomeOf },
  { key: 'file', title: '文件', width: 80, render: downloadOf },
]

function BackupCard({ row }: { row: Row }) {
  return (
    <>
      <span className="card-title">{minuteOf(row.madeAt)}</span>
      <p className="card-line">
        <span>{outcomeOf(row)}</span>
        <span>{sizeOf(row)}</span>
      </p>
      {row.failure && <p className="backup-failure">{row.failure}</p>}
      <p className="card-line">
        <span className="quiet">{row.kindTitle}</span>
        {downloadOf(row)}
      </p>
    </>
  )
}

const detailOf = (row: Row) =>
  row.failure !== null ? (
    <p className="backup-failure">{row.failure}</p>
  ) : (
    <FactList
      facts={[
        { label: '文件名', value: row.name },
        { label: '内容', value: `${row.rows} 行数据，${row.files} 个文件` },
        { label: '加密', value: row.recipients.length > 0 ? `是，公钥 ${row.recipients.join('、')}` : '否' },
        {
          label: '不含',
          value: row.leftOut.length > 0 ? listConfidential(row.leftOut) : '未知（旧格式的备份，含全部数据）',
        },
        { label: '签名密钥编号', value: row.signerId ?? '没有签名（旧格式的备份）' },
        { label: 'SHA-256', value: <code className="backup-hash">{row.sha256}</code> },
      ]}
    />
  )

/** Backups, newest first; a row unfolds what is in it, or why it failed. */
export function BackupTable({ backups }: { backups: readonly Row[] }) {
  return (
    <DataTable
      caption="备份"
      columns={columns}
      rows={backups}
      rowKey={({ name }) => name}
      renderDetail={detailOf}
      renderCard={(row) => <BackupCard row={row} />}
      empty={<EmptyState title="还没有备份">每天凌晨 2 时 10 分自动备份，也可以点“立即备份”。</EmptyState>}
    />
  )
}
