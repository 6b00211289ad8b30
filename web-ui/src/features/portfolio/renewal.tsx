import { formatDay } from '../../shared/format/dates';
import { daysBetween } from '../../shared/format/days';
import { countOf, NOTHING } from '../../shared/format/numbers';

interface Props {
  renewsOn: string | null;
  asOf: string;
}

/** The renewal date and how far off it is. */
export function Renewal({ renewsOn, asOf }: Props) {
  if (renewsOn === null) {
    return <>{NOTHING}</>;
  }
  return (
    <>
      {formatDay(renewsOn)} <span className="quiet">{countOf(daysBetween(asOf, renewsOn), 'day', 'days')}</span>
    </>
  );
}
