import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsOf } from '../shared/api/use-as-of';
import { formatInstant } from '../shared/format/dates';
import { todayInUtc } from '../shared/format/days';
import { formatCount } from '../shared/format/numbers';
import { useTimeZone } from '../shared/format/use-time-zone';
import { DateField } from '../shared/ui/date-field';
import { SelectField } from '../shared/ui/select-field';
import { THEN } from '../shared/url/as-of-search';
import { dayOf } from '../shared/url/search-values';

/** Whose knowledge counts: all that is recorded by now, what was known on the day itself, or on another day. */
export function KnownControl() {
  const { knownAt } = useSearch({ from: '__root__' });
  const asOf = useAsOf();
  const navigate = useNavigate();
  const [zone] = useTimeZone();
  const choose = (value: string | undefined) =>
    void navigate({ to: '.', search: (previous: object) => ({ ...previous, knownAt: value }), resetScroll: false });

  const day = dayOf(knownAt);
  const exact = knownAt !== undefined && knownAt !== THEN && day === undefined ? knownAt : undefined;
  return (
    <>
      <SelectField
        label="Known"
        inline
        value={exact ?? (day === undefined ? (knownAt ?? '') : 'day')}
        onChange={(value) => choose(value === '' ? undefined : value === 'day' ? asOf?.day : value)}
        options={[
          { value: '', label: 'up to now' },
          { value: THEN, label: 'as known then' },
          { value: 'day', label: 'as known on …' },
          ...(exact === undefined ? [] : [{ value: exact, label: inWords(exact, zone) }]),
        ]}
      />
      {day !== undefined && (
        <DateField
          label="on"
          inline
          value={day}
          max={todayInUtc()}
          onCommit={(chosen) => choose(chosen === '' ? undefined : chosen)}
        />
      )}
    </>
  );
}

function inWords(exact: string, zone: 'utc' | 'local'): string {
  return /^\d+$/.test(exact) ? `up to event #${formatCount(Number(exact))}` : formatInstant(exact, zone);
}
