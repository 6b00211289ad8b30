import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/dates';
import { countOf, formatCount } from '../../../shared/format/numbers';
import { useTimeZone } from '../../../shared/format/use-time-zone';
import { wordsOf } from '../../../shared/format/event-words';
import classes from './item-details.module.css';
import { marksInWords, type TimelineItem } from './timeline-items';

/** The bar or point that was chosen: when, how it stands, and the events it is made of, with the way to each of them. */
export function ItemDetails({ item, onClose }: { item: TimelineItem; onClose: () => void }) {
  const [zone] = useTimeZone();
  const moment = (time: number) => formatInstant(new Date(time).toISOString(), zone);
  const marks = marksInWords(item);
  return (
    <section className={classes.details} aria-labelledby="timeline-item">
      <div className={classes.head}>
        <h3 id="timeline-item">{item.title}</h3>
        <Button size="xs" variant="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      <dl>
        <dt>Lane</dt>
        <dd>{wordsOf(item.lane)}</dd>
        <dt>{item.outcome === 'point' ? 'When' : 'From'}</dt>
        <dd>{moment(item.start)}</dd>
        {item.outcome !== 'point' && (
          <>
            <dt>To</dt>
            <dd>{item.end === null ? 'still open' : moment(item.end)}</dd>
          </>
        )}
        {item.plannedEnd !== null && (
          <>
            <dt>Due</dt>
            <dd>{moment(item.plannedEnd)}</dd>
          </>
        )}
        {marks !== '' && (
          <>
            <dt>State</dt>
            <dd>{marks}</dd>
          </>
        )}
        {item.daysLate > 0 && (
          <>
            <dt>Recorded</dt>
            <dd>{countOf(item.daysLate, 'day', 'days')} after it happened</dd>
          </>
        )}
        <dt>Events</dt>
        <dd className={classes.events}>
          {item.positions.map((position) => (
            <Link key={position} to="/audit" search={{ event: String(position) }}>
              #{formatCount(position)}
            </Link>
          ))}
        </dd>
      </dl>
    </section>
  );
}
