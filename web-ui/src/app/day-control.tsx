import { useNavigate } from '@tanstack/react-router';
import { useAsOf } from '../shared/api/use-as-of';
import { todayInUtc } from '../shared/format/days';
import { DateField } from '../shared/ui/date-field';
import { TODAY } from '../shared/url/as-of-search';
import classes from './status-bar.module.css';

/** The one choice of a day, which moves every figure of every page. */
export function DayControl() {
  const asOf = useAsOf();
  const navigate = useNavigate();
  const choose = (day: string | undefined) =>
    void navigate({ to: '.', search: (previous: object) => ({ ...previous, asOf: day }), resetScroll: false });

  return (
    <>
      <DateField
        label="As of"
        inline
        value={asOf?.day ?? ''}
        max={todayInUtc()}
        onCommit={(day) => choose(day === '' ? undefined : day)}
      />
      {asOf?.chosenBy === 'end-of-log' && (
        <p className={classes.notice}>
          the last day in the log
          <button type="button" onClick={() => choose(TODAY)}>
            Show today
          </button>
        </p>
      )}
      {asOf?.chosenBy === 'reader' && (
        <button type="button" className={classes.reset} onClick={() => choose(undefined)}>
          Back to the latest day
        </button>
      )}
    </>
  );
}
