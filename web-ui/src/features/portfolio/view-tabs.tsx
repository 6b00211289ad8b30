import { Button, Checkbox } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { notify } from '../../shared/ui/notice-store';
import { TextField } from '../../shared/ui/text-field';
import { BUILT_IN_VIEWS, type PortfolioView } from './built-in-views';
import { parsePortfolioSearch, type PortfolioSearch } from './portfolio-search';
import { isSameView, type SavedView, searchOfView } from './saved-views';
import { useSavedViews } from './use-saved-views';
import classes from './view-tabs.module.css';

interface Props {
  search: PortfolioSearch;
  /** What stands at the end of the line, after what can be done with the view. */
  children: ReactNode;
}

/**
 * The views as tabs. A view is an address, so it can be opened beside another and sent on; those of the reader's own are
 * kept by Tenure, alone or for all, and what they stand for is in the address too.
 */
export function ViewTabs({ search, children }: Props) {
  const { views: saved, save: keep, remove } = useSavedViews();
  const navigate = useNavigate({ from: '/' });
  const [naming, setNaming] = useState(false);
  const views = [...BUILT_IN_VIEWS, ...saved];
  const chosen =
    views.find(({ name }) => name === search.view) ??
    (search.view === undefined ? views.find((view) => isSameView(view.search, search)) : undefined);
  const own = saved.find((view) => view.own && view.name === chosen?.name);
  const changed = chosen === undefined || !isSameView(chosen.search, search);
  const show = (view: PortfolioView) => void navigate({ search: () => addressOf(view) });

  const save = (view: SavedView) => {
    keep(view);
    setNaming(false);
    show(view);
    notify(`The view “${view.name}” is saved${view.shared ? ' for all' : ''}.`);
  };
  /** A name that is given again replaces what it stood for. */
  const saveAs = (name: string, shared: boolean) =>
    save({
      id: saved.find((view) => view.own && view.name === name)?.id ?? crypto.randomUUID(),
      name,
      search: searchOfView(search),
      shared,
      own: true,
    });
  return (
    <div className={classes.views}>
      <nav aria-label="Views" className={classes.tabs}>
        {views.map((view) => (
          <Link
            key={view.name}
            to="/"
            search={addressOf(view)}
            // The first view is a part of every address; only its own may be the current one.
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            activeProps={{}}
            inactiveProps={{}}
            aria-current={view.name === chosen?.name ? 'page' : undefined}
          >
            {view.name}
            {view.name === chosen?.name && changed && <span className="quiet"> · changed</span>}
          </Link>
        ))}
      </nav>
      <div className={classes.actions}>
        {own !== undefined && changed && (
          <Button size="xs" onClick={() => save({ ...own, search: searchOfView(search) })}>
            Update “{own.name}”
          </Button>
        )}
        {changed && !naming && (
          <Button size="xs" variant="default" onClick={() => setNaming(true)}>
            Save as a view …
          </Button>
        )}
        {own !== undefined && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              keep({ ...own, shared: !own.shared });
              notify(own.shared ? `“${own.name}” is yours alone.` : `“${own.name}” is shared with all.`);
            }}
          >
            {own.shared ? 'Stop sharing' : 'Share with all'}
          </Button>
        )}
        {own !== undefined && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              remove(own);
              notify(`The view “${own.name}” is removed.`, () => keep(own));
              void navigate({ search: (previous) => ({ ...previous, view: undefined }), replace: true });
            }}
          >
            Remove “{own.name}”
          </Button>
        )}
        {children}
      </div>
      {naming && changed && (
        <NameForm taken={BUILT_IN_VIEWS.map(({ name }) => name)} onName={saveAs} onClose={() => setNaming(false)} />
      )}
    </div>
  );
}

/** The first view is what the page shows by itself, so it needs no name in the address. */
const addressOf = ({ name, search }: PortfolioView): PortfolioSearch =>
  parsePortfolioSearch({ ...search, view: name === BUILT_IN_VIEWS[0]?.name ? undefined : name });

interface NameFormProps {
  /** Names of the views that cannot be replaced. */
  taken: readonly string[];
  onName: (name: string, shared: boolean) => void;
  onClose: () => void;
}

function NameForm({ taken, onName, onClose }: NameFormProps) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const isTaken = taken.includes(name.trim());
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTaken && name.trim() !== '') {
          onName(name.trim(), shared);
        }
      }}
    >
      <TextField
        label="Name of the view"
        value={name}
        onChange={setName}
        required
        problem={isTaken ? 'This name belongs to a view that is always there.' : undefined}
      />
      <Checkbox
        size="xs"
        label="Share with all"
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
      <Button type="submit" size="xs">
        Save
      </Button>
      <Button size="xs" variant="default" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
