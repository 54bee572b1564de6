/**
 * Excel reads `values` as if they were typed: "=A1" becomes a formula, "+49 30 1" too, "12%" and "1-2" become numbers, "TRUE"
 * a truth value. Words that begin with a letter and hold no digit are safe; all other text gets the apostrophe with which
 * a person keeps text as text. It is not shown, is no part of the value, and survives a change of the number format.
 */
export const asText = (text: string): string =>
  text === '' || (/^\p{L}[^\d]*$/u.test(text) && !/^(true|false)$/i.test(text)) ? text : `'${text}`;
