import { Button } from 'antd'
import { MenuButton } from '#ui/menu-button.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { programmeContract } from '../contract.ts'

const tables = { tasks: '任务分解表', targets: '目标表' } as const
const formats = { xlsx: 'Excel 表格', docx: 'Word 公文' } as const

/** The two tables of a programme as files for the office. */
export function ExportMenu({ programmeId }: { programmeId: string }) {
  const items = (['tasks', 'targets'] as const).flatMap((table) =>
    (['xlsx', 'docx'] as const).map((format) => ({
      key: `${table}-${format}`,
      label: (
        <a href={downloadUrl(programmeContract.exportTable, { programmeId, table, format })} download>
          {tables[table]} <span className="quiet">{`${formats[format]} .${format}`}</span>
        </a>
      ),
    })),
  )
  return <MenuButton items={items} renderButton={(reach) => <Button {...reach}>导出</Button>} />
}
