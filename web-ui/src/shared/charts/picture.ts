/** Everything of the style that makes up the look of a mark or a word. */
const LOOK = [
  'align-items',
  'align-self',
  'background',
  'border',
  'border-radius',
  'box-sizing',
  'clip-path',
  'color',
  'column-gap',
  'display',
  'fill',
  'fill-opacity',
  'flex-basis',
  'flex-direction',
  'flex-grow',
  'flex-wrap',
  'font-family',
  'font-size',
  'font-style',
  'font-variant-numeric',
  'font-weight',
  'grid-template-columns',
  'height',
  'inset',
  'justify-content',
  'letter-spacing',
  'line-height',
  'margin',
  'max-width',
  'opacity',
  'order',
  'overflow',
  'padding',
  'position',
  'row-gap',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-width',
  'text-align',
  'text-anchor',
  'transform',
  'visibility',
  'white-space',
  'width',
] as const;

/** A copy of the element whose look no longer depends on style sheets. */
function withOwnLook(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  const originals = [element, ...element.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((part, index) => {
    const original = originals[index];
    if (original !== undefined && (part instanceof HTMLElement || part instanceof SVGElement)) {
      const style = getComputedStyle(original);
      part.removeAttribute('class');
      part.setAttribute('style', LOOK.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
    }
  });
  return copy;
}

/** Sharp on screens with two points a pixel, and in print. */
const SCALE = 2;
const MARGIN = 24;
const TITLE_HEIGHT = 36;

/** Draws what is on the screen, HTML or SVG, as a PNG under its title. */
export async function toPng(element: HTMLElement, title: string): Promise<Blob> {
  const { width, height } = element.getBoundingClientRect();
  const whole = { width: width + 2 * MARGIN, height: height + 2 * MARGIN + TITLE_HEIGHT };
  const copy = new XMLSerializer().serializeToString(withOwnLook(element));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<foreignObject width="100%" height="100%">${copy}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();

  const canvas = document.createElement('canvas');
  canvas.width = whole.width * SCALE;
  canvas.height = whole.height * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('The browser gives no canvas.');
  }
  const style = getComputedStyle(element);
  context.scale(SCALE, SCALE);
  context.fillStyle = style.getPropertyValue('--surface');
  context.fillRect(0, 0, whole.width, whole.height);
  context.fillStyle = style.color;
  context.font = `600 17px ${style.fontFamily}`;
  context.fillText(title, MARGIN, MARGIN + 16);
  context.drawImage(image, MARGIN, MARGIN + TITLE_HEIGHT, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is empty.')) : resolve(blob)), 'image/png');
  });
}
