/** Which files are taken, said once for the readers' sentences and for dialogs: the endings as an input's `accept`. */

/** Documents whose words are read. */
export const documentEndings = '.docx,.doc,.wps,.pdf,.ofd,.odt,.html,.htm,.mht,.mhtml,.rtf,.txt,.png,.jpg,.jpeg'
export const documentKinds =
  'Word（.docx、.doc）、WPS 文字（.wps）、PDF、OFD（.ofd）、OpenDocument（.odt）、RTF、网页（.html、.mht）、纯文本（.txt）和扫描件、照片（.pdf、.png、.jpg）'
/** The usual ones, for a hint. */
export const documentHint = '.docx .doc .wps .pdf .ofd .html .txt 和扫描件、照片（.png .jpg）'

export const sheetEndings = '.xlsx,.xls,.et,.ods,.csv,.tsv,.txt'
export const sheetHint = '.xlsx .xls .et .ods .csv'

/** Photos and files that prove something; pages and archives are not taken. */
export const evidenceEndings =
  '.jpg,.jpeg,.png,.webp,.gif,.pdf,.ofd,.doc,.docx,.xls,.xlsx,.ods,.pptx,.wps,.et,.txt,image/*'
export const evidenceKinds = '照片（JPEG、PNG、WebP、GIF）、PDF、OFD、Word、Excel、PPT、WPS、ODS 表格或文本文件'
