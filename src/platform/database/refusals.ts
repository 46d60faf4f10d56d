import { defineErrors } from '#kernel/errors.ts'

/** Why the database could not be opened, each with what the person at the terminal can do next. */
export const databaseErrors = defineErrors('database', {
  busy: { kind: 'unavailable', text: () => '现在使用的人太多，没有轮到，什么也没有保存。请过一分钟再试。' },
  diskShort: {
    kind: 'unavailable',
    text: () =>
      '服务器的磁盘快满了，为保住已有数据暂停保存，没有保存任何内容；查看不受影响。请联系系统管理员清理磁盘后重试。',
  },
  diskFull: {
    kind: 'unavailable',
    text: (p: { folder: string; megabytes: number }) =>
      `数据文件夹 ${p.folder} 所在的磁盘已满（剩余 ${p.megabytes} MB），内置数据库不能运行；已保存的数据没有丢失。请清理磁盘或移走旧备份，腾出至少 100 MB 后重新启动。`,
  },
  unsupportedPlatform: {
    kind: 'unavailable',
    text: (p: { platform: string }) =>
      `内置数据库不支持这个系统（${p.platform}）。请安装 PostgreSQL 15 或更高版本，并用环境变量 DATABASE_URL 指定连接地址；Windows 上也可以在 WSL 中运行。`,
  },
  binariesMissing: {
    kind: 'unavailable',
    text: (p: { name: string }) =>
      `没有找到内置数据库程序 ${p.name}。请在程序目录重新执行 npm install，不要加 --omit=optional。`,
  },
  binariesUnusable: {
    kind: 'unavailable',
    text: (p: { output: string }) =>
      `内置数据库程序不能在这个系统上运行：${p.output}。请改用 PostgreSQL 15 或更高版本的服务器，用环境变量 DATABASE_URL 指定。`,
  },
  noServiceUser: {
    kind: 'unavailable',
    text: (p: { reason: string }) =>
      `PostgreSQL 不允许以 root 身份运行，又不能切换到其他系统用户（${p.reason}）。请以普通用户启动，或用环境变量 DATABASE_URL 指定数据库服务器。`,
  },
  folderNotUsable: {
    kind: 'unavailable',
    text: (p: { folder: string; reason: string }) =>
      `数据文件夹 ${p.folder} 不能使用：${p.reason}。请检查权限，或用环境变量 GUATU_DATA 换一个文件夹。`,
  },
  otherOwner: {
    kind: 'unavailable',
    text: (p: { folder: string; owner: string }) =>
      `数据库文件夹 ${p.folder} 属于用户 ${p.owner}。请以该用户或 root 身份启动，或用环境变量 GUATU_DATA 换一个文件夹。`,
  },
  otherMajor: {
    kind: 'unavailable',
    text: (p: { folder: string; found: string; wanted: string }) =>
      `数据文件夹 ${p.folder} 由 PostgreSQL ${p.found} 建立，现在的程序带的是 ${p.wanted}。请先用原来的版本导出数据，再导入新的数据文件夹。`,
  },
  alreadyRunning: {
    kind: 'conflict',
    text: (p: { folder: string; pid: number; address: string }) =>
      `挂图已经在运行：进程 ${p.pid}，${p.address}，数据文件夹 ${p.folder}。请直接打开上面的地址，或先停止那个进程，或用 GUATU_DATA 指定另一个数据文件夹。`,
  },
  startFailed: {
    kind: 'unavailable',
    text: (p: { step: string; output: string; log: string }) =>
      `内置数据库${p.step}失败：${p.output}。完整日志见 ${p.log}。`,
  },
  unreachable: {
    kind: 'unavailable',
    text: (p: { address: string; reason: string }) => `连接不上 DATABASE_URL 指定的数据库 ${p.address}：${p.reason}`,
  },
  tooOld: {
    kind: 'unavailable',
    text: (p: { version: string }) =>
      `数据库服务器的版本是 ${p.version}，需要 PostgreSQL 15 或更高版本。请升级服务器，或换一台。`,
  },
  wrongEncoding: {
    kind: 'unavailable',
    text: (p: { encoding: string }) =>
      `数据库的编码是 ${p.encoding}，不能保存全部汉字。请用 create database … encoding 'UTF8' template template0 新建一个库。`,
  },
  migrationChanged: {
    kind: 'conflict',
    text: (p: { name: string }) => `迁移文件 ${p.name} 执行之后又被改动。请恢复原来的文件，把改动写成新的迁移。`,
  },
  databaseNewer: {
    kind: 'conflict',
    text: (p: { name: string }) =>
      `数据库已经由更新版本的程序升级过（${p.name}），现在的程序太旧。请换用新版本的程序。`,
  },
  restoreUnfinished: {
    kind: 'conflict',
    text: (p: { file: string }) =>
      `上一次恢复（备份 ${p.file}）中途断了，程序没有启动，原来的数据还在。请停止所有挂图程序，再执行一次 guatu restore（用同样的备份文件和选项）把它做完；或执行 guatu restore --undo 退回恢复之前。`,
  },
  migrationFailed: {
    kind: 'unavailable',
    text: (p: { name: string; reason: string }) =>
      `执行迁移 ${p.name} 时出错，这次升级的全部迁移都已撤销，数据库没有变化：${p.reason}。请先用原来版本的程序启动，并把这句话报告给提供程序的单位。`,
  },
})
