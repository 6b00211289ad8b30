import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import classes from './palette.module.css';
import { type PaletteEntry, usePaletteEntries } from './use-palette-entries';

/** Finds pages, customers and actions by typing. Arrows choose, Enter does, Escape closes. */
export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { entries, searching } = usePaletteEntries(text);
  const active = Math.min(chosen, Math.max(0, entries.length - 1));

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const run = (entry: PaletteEntry | undefined) => {
    if (entry !== undefined) {
      onClose();
      entry.run();
    }
  };
  const followKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setChosen((active + step + entries.length) % entries.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(entries[active]);
    }
  };

  return (
    // A click beside the box lands on the dialog itself. The keyboard has Escape.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label="Search or do"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <input
        className={classes.input}
        role="combobox"
        aria-label="Page, customer or action"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length === 0 ? undefined : `${id}-${active}`}
        placeholder="Page, customer or action"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={followKey}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="Found" className={classes.list}>
        {entries.map((entry, index) => (
          // The keyboard stays in the field and chooses from there.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={entry.key}
            id={`${id}-${index}`}
            data-index={index}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes.entry}
            onPointerMove={() => setChosen(index)}
            onClick={() => run(entry)}
          >
            <span>{entry.title}</span>
            <span className={classes.kind}>{entry.kind}</span>
          </div>
        ))}
      </div>
      <p className={classes.none} role="status">
        {searching ? 'Searching customers …' : entries.length === 0 && 'Nothing found'}
      </p>
    </dialog>
  );
}
