import { useEffect, useRef, useState } from 'react';
import type { Definition } from '../definitions/definition';
import classes from './formula-tip.module.css';

interface Shown {
  target: HTMLElement;
  definitions: Definition[];
}

const ID = 'formula-tip';

/**
 * The formula of the figure under pointer or focus. One for the whole page: it listens for elements that say which
 * figure they show (`data-formula`, and `data-among` of a rate). It stays while the pointer is on it; Escape hides it.
 */
export function FormulaTip() {
  const [shown, setShown] = useState<Shown | null>(null);
  const tip = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let awaited: HTMLElement | null = null;
    const enter = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-formula]') : null;
      if (target === null) {
        if (!(event.target instanceof Node && tip.current?.contains(event.target))) {
          awaited = null;
          setShown(null);
        }
      } else if (target !== awaited) {
        awaited = target;
        void import('../definitions/definitions').then(({ definitionOf }) => {
          const definitions = [target.dataset['formula'], target.dataset['among']]
            .map((name) => definitionOf(name))
            .filter((definition) => definition !== undefined);
          if (awaited === target && definitions.length > 0) {
            setShown({ target, definitions });
          }
        });
      }
    };
    const hide = (event?: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key === 'Escape') {
        awaited = null;
        setShown(null);
      }
    };
    document.addEventListener('pointerover', enter);
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', hide);
    document.addEventListener('keydown', hide);
    document.addEventListener('click', hide);
    window.addEventListener('scroll', hide, true);
    return () => {
      document.removeEventListener('pointerover', enter);
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('keydown', hide);
      document.removeEventListener('click', hide);
      window.removeEventListener('scroll', hide, true);
    };
  }, []);

  useEffect(() => {
    shown?.target.setAttribute('aria-describedby', ID);
    return () => shown?.target.removeAttribute('aria-describedby');
  }, [shown]);

  if (shown === null) {
    return null;
  }
  const box = shown.target.getBoundingClientRect();
  const below = box.bottom < window.innerHeight - 180;
  return (
    <div
      ref={tip}
      id={ID}
      role="tooltip"
      className={classes.tip}
      style={{
        left: Math.max(8, Math.min(box.left, window.innerWidth - 336)),
        ...(below ? { top: box.bottom + 2 } : { bottom: window.innerHeight - box.top + 2 }),
      }}
    >
      {shown.definitions.map((definition, index) => (
        <p key={definition.name}>
          {index > 0 && 'as a share of '}
          <strong>{definition.title}</strong>: {definition.formula}
        </p>
      ))}
    </div>
  );
}
