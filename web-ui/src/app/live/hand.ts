const REST_MILLISECONDS = 6_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove', 'scroll'] as const;

let lastSign = 0;

const note = () => {
  lastSign = Date.now();
};

/** Notes when the reader last did something with the page. Gives back what ends it. */
export function watchHand(): () => void {
  SIGNS.forEach((sign) => window.addEventListener(sign, note, { passive: true, capture: true }));
  return () => SIGNS.forEach((sign) => window.removeEventListener(sign, note, { capture: true }));
}

/** Whether the reader is at work: moved or typed just now, stands in a field, or has something open over the page. */
export function isHandAtWork(now = Date.now()): boolean {
  return (
    now - lastSign < REST_MILLISECONDS ||
    document.activeElement?.matches('input, select, textarea') === true ||
    document.querySelector('[role="dialog"], dialog[open]') !== null
  );
}
