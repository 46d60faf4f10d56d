import { defineErrors } from '#kernel/errors.ts'

/** Why a backup could not be written, read or put back, each with what the person at the terminal can do next. */
export const backupErrors = defineErrors('backup', {
  running: { kind: 'conflict', text: () => '另一次备份正在进行，请等它完成后再试。' },
  noSuchFile: { kind: 'notFound', text: (p: { file: string }) => `打不开备份文件 ${p.file}，请核对路径和权限。` },
  notWritable: {
    kind: 'unavailable',
    text: (p: { file: string; reason: string }) =>
      `备份写不到 ${p.file}：${p.reason}。请检查权限和剩余空间，或用 --out 换一个位置。`,
  },
  torn: {
    kind: 'invalid',
    text: (p: { what: string }) => `备份文件不完整或被改动过：${p.what}。没有动任何数据，请换一份备份。`,
  },
  forged: {
    kind: 'invalid',
    text: () => '备份的签名不对：封面或签名被改动过。没有动任何数据，请换一份备份，并查明这份文件的来历。',
  },
  otherSigner: {
    kind: 'forbidden',
    text: (p: { signer: string; own: string }) =>
      `备份由另一把签名密钥签名（编号 ${p.signer}），本机的是 ${p.own}。没有动任何数据。核对编号确属可信的一台挂图后，加 --signed-by ${p.signer.replaceAll(' ', '')} 再恢复。`,
  },
  needsIdentity: {
    kind: 'forbidden',
    text: (p: { recipients: readonly string[] }) =>
      `备份已加密，没有动任何数据。请向安全管理员索取私钥文件（对应公钥 ${p.recipients.join('、')}），用 --identity 私钥文件 指定后再恢复。`,
  },
  startUnfinished: {
    kind: 'conflict',
    text: () => '首次启动还没有做完，数据不完整，没有备份。请等启动完成，或重新启动程序（npm start）后再备份。',
  },
  notABackup: { kind: 'invalid', text: () => '这不是挂图的备份文件，没有动任何数据。请核对文件。' },
  newer: {
    kind: 'conflict',
    text: (p: { migration: string; version: string }) =>
      `备份由更新版本的程序（${p.version}）写成，含有现在的程序不认识的迁移 ${p.migration}。请换用该版本或更新的程序。`,
  },
  otherMigration: {
    kind: 'conflict',
    text: (p: { migration: string }) =>
      `备份中的迁移 ${p.migration} 与现在程序里的内容不同，不能恢复。请换用写备份时的程序版本。`,
  },
  notEmpty: {
    kind: 'conflict',
    text: (p: { database: string }) =>
      `数据库 ${p.database} 里已有数据，没有恢复。要替换请加 --replace，原数据会改名保留；或用 GUATU_DATA 指定一个新的数据文件夹。`,
  },
  inUse: {
    kind: 'conflict',
    text: (p: { database: string }) => `还有程序连着数据库 ${p.database}，不能恢复。请先停止所有挂图程序再试。`,
  },
  mayNotCreate: {
    kind: 'forbidden',
    text: (p: { database: string }) =>
      `当前数据库用户不能新建或改名数据库 ${p.database}。请给它 CREATEDB 权限，或改用自带的数据库。`,
  },
  notAsWritten: {
    kind: 'unavailable',
    text: (p: { table: string }) => `恢复后核对不符：表 ${p.table} 的内容与备份不一致。已撤销，原数据没有变化。`,
  },
  chainBroken: {
    kind: 'unavailable',
    text: (p: { message: string }) => `恢复后校验审计记录不符：${p.message}已撤销，原数据没有变化。`,
  },
})
