// Runs before the first paint, so that a dark page never flashes white. A file of its own because the content security
// policy allows no inline script. The key is the one the colour scheme manager of the pages stores under.
(function () {
  var chosen = null;
  try {
    chosen = window.localStorage.getItem('tenure-color-scheme');
  } catch {
    // Storage can be switched off; the system's preference still counts.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
