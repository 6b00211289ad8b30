import { useLocalStorage } from '@mantine/hooks';
import type { TimeZone } from './dates';

/** The zone moments are told in, remembered by the browser. Days stay UTC days either way. */
export function useTimeZone(): [TimeZone, (zone: TimeZone) => void] {
  const [zone, setZone] = useLocalStorage<TimeZone>({
    key: 'tenure-time-zone',
    defaultValue: 'utc',
    getInitialValueInEffect: false,
    deserialize: (text) => (text === 'local' ? 'local' : 'utc'),
    serialize: (value) => value,
  });
  return [zone, setZone];
}
