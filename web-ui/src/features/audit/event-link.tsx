import { Link } from '@tanstack/react-router';
import { formatCount } from '../../shared/format/numbers';

/** The way to another event, with the search left as it is. */
export function EventLink({ position }: { position: number }) {
  return (
    <Link to="/audit" search={(now) => ({ ...now, event: String(position) })} resetScroll={false}>
      #{formatCount(position)}
    </Link>
  );
}
