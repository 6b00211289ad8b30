import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import classes from './funnels-page.module.css';
import { useFunnels } from './use-funnels';

/** The funnels there are. */
export function FunnelsPage() {
  const funnels = useFunnels();
  return (
    <>
      <PageHeading title="Funnels" />
      <p className={classes.define}>
        <Link to="/define-funnel">Define a funnel</Link>
      </p>
      {funnels.isError ? (
        <ProblemMessage error={funnels.error} onRetry={() => void funnels.refetch()} />
      ) : funnels.data === undefined ? (
        <Skeleton height="8rem" role="status" aria-label="Loading the funnels" />
      ) : funnels.data.funnels.length === 0 ? (
        <Message title="No funnel is defined">
          <p>The server starts with one; if it is gone, look into the log of the server.</p>
        </Message>
      ) : (
        <ul className={classes.list}>
          {funnels.data.funnels.map((funnel) => (
            <li key={funnel.funnelId}>
              <h2>
                <Link to="/funnels/$funnelId" params={{ funnelId: funnel.funnelId }}>
                  {funnel.name}
                </Link>
              </h2>
              <p className="quiet">{funnel.steps.join(' → ')}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
