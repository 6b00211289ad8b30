import classes from './hatch.module.css';

/** The pattern of what is still open, for the `defs` of an SVG: fill with `url(#id)`. In HTML: class `hatch`. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="3" height="7" className={classes.stripe} />
    </pattern>
  );
}

/** The sign of the pattern, for a legend. */
export function OpenSwatch() {
  return <span className={classes.swatch} aria-hidden="true" />;
}
