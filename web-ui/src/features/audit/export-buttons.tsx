import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { asProblem } from '../../shared/api/api-problem';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { saveAsFile } from '../../shared/charts/csv';
import { countOf } from '../../shared/format/numbers';
import { notify } from '../../shared/ui/notice-store';
import type { AuditFilters } from './audit-search';
import classes from './audit.module.css';
import { type ExportForm, exportLog } from './export-log';

interface Props {
  standpoint: StandpointQuery | undefined;
  filters: AuditFilters;
}

/** Saves all events that match as a file, not only those that are on the page. */
export function ExportButtons({ standpoint, filters }: Props) {
  const [events, setEvents] = useState<number>();
  const working = useRef(new AbortController());
  useEffect(() => () => working.current.abort(), []);

  const save = async (form: ExportForm) => {
    if (standpoint === undefined) {
      return;
    }
    working.current = new AbortController();
    setEvents(0);
    try {
      const file = await exportLog(form, standpoint, filters, setEvents, working.current.signal);
      saveAsFile(file.name, file.content, file.type);
      notify(
        file.complete
          ? `${countOf(file.events, 'event', 'events')} saved.`
          : `The newest ${countOf(file.events, 'event', 'events')} saved. For the whole log: ./tenure export-log FILE`,
      );
    } catch (error) {
      if (!working.current.signal.aborted) {
        notify(`Nothing was saved. ${asProblem(error).detail}`);
      }
    } finally {
      setEvents(undefined);
    }
  };

  return (
    <div className={classes.export}>
      {events === undefined ? (
        (['csv', 'ndjson'] as const).map((form) => (
          <Button key={form} size="xs" variant="default" onClick={() => void save(form)}>
            {form === 'csv' ? 'CSV' : 'NDJSON'}
            <span className="hidden-text">: save all events that match</span>
          </Button>
        ))
      ) : (
        <>
          <span role="status">{countOf(events, 'event', 'events')} fetched</span>
          <Button size="xs" variant="default" onClick={() => working.current.abort()}>
            Stop
          </Button>
        </>
      )}
    </div>
  );
}
