export const fields = [
  '茶叶加工',
  '竹木制品',
  '装备制造',
  '数字经济',
  '生物医药',
  '新材料',
  '节能环保',
  '现代种业',
] as const
const places = ['青岗', '白河', '石桥', '竹溪', '云岭', '柳林', '龙泉', '杨家', '大悟', '通城', '枫香', '七里'] as const

/** Fictional, and no two alike. */
export const allianceName = (i: number): string =>
  `${places[i % places.length] ?? ''}镇${fields[Math.floor(i / 7) % fields.length] ?? ''}第${i}产业技术创新联盟`
