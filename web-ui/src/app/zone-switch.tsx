import { SegmentedControl } from '@mantine/core';
import { useTimeZone } from '../shared/format/use-time-zone';

/** In which zone moments are told: UTC, or that of the reader. */
export function ZoneSwitch() {
  const [zone, setZone] = useTimeZone();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Zone of times"
      value={zone}
      onChange={(value) => setZone(value === 'local' ? 'local' : 'utc')}
      data={[
        { value: 'utc', label: 'UTC' },
        { value: 'local', label: 'Local' },
      ]}
    />
  );
}
