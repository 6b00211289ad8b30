import { useMantineColorScheme } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTimeZone } from '../../shared/format/use-time-zone';
import { notify } from '../../shared/ui/notice-store';
import type { PageAction } from '../../shared/ui/page-actions';
import { THEN, TODAY } from '../../shared/url/as-of-search';

/** What can be done on every page. */
export function useGeneralActions(): PageAction[] {
  const navigate = useNavigate();
  const { knownAt } = useSearch({ from: '__root__' });
  const { setColorScheme } = useMantineColorScheme();
  const [zone, setZone] = useTimeZone();
  const stand = (standpoint: object) =>
    void navigate({ to: '.', search: (previous: object) => ({ ...previous, ...standpoint }), resetScroll: false });
  return [
    { title: 'Show today', run: () => stand({ asOf: TODAY }) },
    { title: 'Show the latest day', run: () => stand({ asOf: undefined }) },
    knownAt === undefined
      ? { title: 'Show what was known then', run: () => stand({ knownAt: THEN }) }
      : { title: 'Show all that is known now', run: () => stand({ knownAt: undefined }) },
    {
      title: 'Copy a link to this view',
      run: () => {
        void navigator.clipboard.writeText(window.location.href).then(() => notify('The link is copied.'));
      },
    },
    zone === 'utc'
      ? { title: 'Tell times in local time', run: () => setZone('local') }
      : { title: 'Tell times in UTC', run: () => setZone('utc') },
    { title: 'Light colours', run: () => setColorScheme('light') },
    { title: 'Dark colours', run: () => setColorScheme('dark') },
    { title: 'Colours of the system', run: () => setColorScheme('auto') },
  ];
}
