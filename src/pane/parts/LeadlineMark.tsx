/** The mark of assets/icons/leadline.svg. */
export function LeadlineMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#14365c" />
      <g fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d="M5 24 13 18 19 21 27 13" stroke="#7fb2e5" strokeWidth="3" />
        <path d="M5 17 11 10 17 13 25 5.5" stroke="#ffb547" strokeWidth="3.4" />
      </g>
      <circle cx="25" cy="6" r="3.2" fill="#ffb547" />
    </svg>
  );
}
