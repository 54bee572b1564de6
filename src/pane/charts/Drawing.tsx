import type { ReactNode, Ref } from 'react';
import { useChartStyles } from './marks';

/** The drawing of a chart, as wide as the pane; whoever cannot see it is told what it shows. */
export function Drawing({
  ref,
  label,
  told,
  height,
  children,
}: {
  /** By which its width is measured. */
  readonly ref: Ref<SVGSVGElement>;
  readonly label: string;
  /** What each of its marks says. */
  readonly told: readonly string[];
  readonly height: number;
  readonly children: ReactNode;
}) {
  const styles = useChartStyles();
  return (
    <svg
      ref={ref}
      className={styles.svg}
      height={height}
      role="img"
      aria-label={`${[label, ...told].join('. ')}.`}
      fontSize="12"
    >
      {children}
    </svg>
  );
}
