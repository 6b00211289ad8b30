import classes from './timeline-legend.module.css';

/** How the chart tells outcomes apart: by fill, outline and hatch, not by colour alone. */
export function TimelineLegend({ tagLate }: { tagLate: boolean }) {
  return (
    <ul className={classes.legend}>
      <li data-outcome="open">still open</li>
      <li data-outcome="well">ended well</li>
      <li data-outcome="ended">ended</li>
      <li data-outcome="badly">ended badly</li>
      <li data-outcome="point">point</li>
      {tagLate && <li data-outcome="late">recorded late</li>}
    </ul>
  );
}
