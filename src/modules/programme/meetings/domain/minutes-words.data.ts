/** Words that open a sentence of minutes: what the meeting decided, and what it only heard or said. */
export const DECIDES =
  /^(?:经研究,?|经讨论,?|与会人员一致)?(?:会议)?(?:经研究,?)?(?:一致)?(?:议定|明确|要求|决定|确定|同意|原则同意|审定)(?!的)/
export const TALKS =
  /^(?:会议|与会人员|会上)(?:听取|认为|指出|强调|传达|学习|研究|分析|审议|通报|肯定|观看)|^[^,;。]{2,16}(?:表示(?=[,:将会愿要全])|(?:汇报|介绍|通报)了)|^(?:听取|传达学习|学习传达|现将|[^,;。]{2,40}(?:发了言|作了?(?:了|汇报|发言)|主持(?:召开)?了?会议))/
/** The sentence after which items follow. */
export const OPENS_LIST =
  /(?:议定|明确|决定|确定|要求|如下|以下)[^。]{0,16}[:：]$|(?:事项|意见|内容)(?:纪要)?如下[。:：]?$|^(?:会议)?议定(?:的)?事项[:：。]?$|^(?:下步|下一步)工作(?:安排)?[:：。]?$|(?:形成|达成)[^。]{0,10}(?:意见|共识|决议|决定)[^。]{0,6}[:：]$/
/** What stands below a list and is none of its items. */
export const CLOSES_LIST =
  /^(?:散会|会议(?:到此)?结束|特此纪要|附件|附[:：]|联系人|签(?:发|名))|^(?!同意|成立|设立|组建|建立|调整|撤销|由|请|将|对|把)[^,，。;；:：]{2,30}(?:办公室|人民政府|委员会)$/
/** Who held the meeting and who was there. */
export const CONVENES = /主持召开|(?:召开|举行)[^。;]{2,40}会(?:议)?[,。;]|(?:参加|出席|列席)(?:了?会议)?[。;]?$/
export const ATTENDS = /(?:参加|出席|列席)(?:了?会议)?[。;,]?\s*$/
export const SUPPORTS = /配合|协助|做好[^,;。]{0,10}(?:保障|支持|服务)/
export const HEADING = /^[^,，。;；]{2,40}[。:：]?$/
export const GENERAL = /^(?:各|有关|相关|其他|全县|全市)/
/** 某某办公室 2026年9月28日 under the head. */
export const DATE_LINE = /^[^,，。;；:：]{0,30}20\d{2}年\d{1,2}月\d{1,2}日$/
export const FOOT = /^(?:抄送|抄报|分送|发送?|报送?|主送|印发|出席|列席|参加|请假)[\s\u3000]*[:：]/
