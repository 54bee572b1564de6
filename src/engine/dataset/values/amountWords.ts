import { folded } from './text';

/** What amounts of money are called, in the languages of the headers, folded. */
const AMOUNT =
  /\b(amount|amounts|revenue|revenues|sales|turnover|bookings|arr|mrr|acv|tcv|umsatz|umsatze|betrag|auftragseingang|montant|chiffre|ventes|ingresos|ventas|importe|facturacion|receita|vendas|faturamento|valor|omzet|bedrag|eur|usd|gbp)\b/;

/** Whether a name says that it is one of money: "Won amount", "Umsatz", "Revenue (€)". */
export const namesAmount = (name: string): boolean => AMOUNT.test(folded(name)) || /[€$£]/.test(name);
