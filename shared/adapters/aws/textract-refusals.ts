/** Errors by which Textract says that it looked at the page and will say the same tomorrow. */
export const unreadableBecause: Readonly<Record<string, string>> = {
  BadDocumentException: 'Textract found the page damaged',
  DocumentTooLargeException: 'the page is too large for Textract',
  InvalidParameterException: 'Textract does not take a page of this size or kind',
  UnsupportedDocumentException: 'Textract does not read this kind of file',
};
