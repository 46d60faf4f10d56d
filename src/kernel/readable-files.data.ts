/** Which files the readers take, said once for dialogs, sentences and readers alike. */

/** Endings of documents whose words are read, as an input's `accept`. */
export const documentEndings = '.docx,.doc,.wps,.pdf,.ofd,.odt,.html,.htm,.mht,.mhtml,.rtf,.txt'

/** The same for people. */
export const documentKinds =
  'Word（.docx、.doc）、WPS 文字（.wps）、PDF、OFD（.ofd）、网页（.html、.mht）和纯文本（.txt）'

export const sheetEndings = '.xlsx,.xls,.et,.csv,.tsv'
export const sheetKinds = '.xlsx、.xls、.et 或 .csv'
