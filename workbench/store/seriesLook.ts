type Look = ReadonlyMap<string, unknown>;

/** Bars without a fill whose outline has a colour. */
export const isHollow = (look: Look): boolean =>
  look.get('Format/Fill') === 'none' && typeof look.get('Format/Line/Color') === 'string';
