import { Message } from './message';

/** A ledger without customers: says how the first ones get in. */
export function EmptyInstallation() {
  return (
    <Message title="No customers yet">
      <p>Import a directory of files. For the simulated CRM data set:</p>
      <pre>
        <code>./tenure import DIRECTORY --mapping crmsim</code>
      </pre>
      <p>Or register one customer over HTTP:</p>
      <pre>
        <code>POST /api/v1/commands/register-customer</code>
      </pre>
      <p className="quiet">This page shows them as soon as they are in; reload it to look.</p>
    </Message>
  );
}
