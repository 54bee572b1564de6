/**
 * Excel reads `values` as if they were typed: "=A1" becomes a formula, "+49 30 1" too, "12%" and "1-2" become numbers, "TRUE"
 * a truth value. Words that begin with a letter and hold no digit are safe; all other text gets the apostrophe with which
 * a person keeps text as text. It is not shown, is no part of the value, and survives a change of the number format.
 */
export const asText = (text: string): string =>
  text === '' || (/^\p{L}[^\d]*$/u.test(text) && !/^(true|false)$/i.test(text)) ? text : `'${text}`;

/**
 * A title or the name of a series: Excel takes "=A1" for a reference and would show an apostrophe. A space of no width
 * (U+200B) before it keeps it as written; the others that begin a formula when typed are treated alike.
 */
export const asLabel = (text: string): string => (/^[=+\-@]/.test(text) ? `\u200b${text}` : text);
