// Runs before Streamlit: what its options cannot do. No part depends on the request.
(() => {
  'use strict';

  // 0. Streamlit would first look for its server under the page, /vertailu/_stcore/…, and be told
  // 404 twice. The server is where the document's own ./static/… is.
  window.__streamlit = { ...window.__streamlit, BACKEND_BASE_URL: new URL('.', location).href };

  // 1. The language of the document follows the newest <… data-kieli="sv"> of the script, so that
  // switching it needs no reload (WCAG 3.1.1).
  const MARK = '[data-kieli]';
  const speak = (marked) => {
    const language = marked.dataset.kieli;
    const root = document.documentElement;
    if (/^[a-z]{2}$/.test(language) && root.lang !== language) root.lang = language;
  };
  new MutationObserver((changes) => {
    let newest = null;
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') newest = target;
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        newest = node.matches(MARK) ? node : (node.querySelector(MARK) ?? newest);
      }
    }
    if (newest?.isConnected) speak(newest);
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-kieli'],
  });

  // 2. Streamlit's page links say neither that they are the menu nor which page is open, and the
  // one home has an empty address, which in a new tab would open the page one is on.
  const write = (element, name, value) => { // what it says already is not written again
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  const describe = () => {
    const menu = document.querySelector('.st-key-menu');
    if (!menu) return;
    write(menu, 'role', 'navigation');
    write(menu, 'aria-label', document.querySelector('[data-menu]')?.dataset.menu ?? '');
    for (const link of menu.querySelectorAll('a')) {
      const address = link.getAttribute('href');
      if (/^(\?|$)/.test(address)) write(link, 'href', `./${address}`);
      write(link, 'aria-current', link.pathname === location.pathname ? 'page' : null);
    }
  };
  new MutationObserver(describe).observe(document.documentElement, {
    subtree: true,
    childList: true,
  });

  // 3. Streamlit reruns on "r" and opens a cache dialog on "c"; people who speak to their
  // computer hit them by accident (WCAG 2.1.4) and no option turns "r" off. It reads keyCode,
  // which names the same key on a Cyrillic layout too.
  const EDITABLE = 'input, textarea, select, [contenteditable], [role="textbox"]';
  const isShortcut = (event) =>
    ['r', 'c'].includes(event.key?.toLowerCase()) || [82, 67].includes(event.keyCode);
  const guard = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isShortcut(event)) return;
    const [target] = event.composedPath(); // inside a shadow root too
    if (!target.closest?.(EDITABLE)) event.stopImmediatePropagation();
  };
  for (const type of ['keydown', 'keyup', 'keypress']) addEventListener(type, guard, true);

  // 4. Streamlit scrolls a box of its own, which has no focus when a page opens: the keys that
  // scroll would do nothing. Whoever presses one anywhere but in the page means that box.
  const SCROLLS = ['PageDown', 'PageUp', 'End', 'Home', ' ', 'ArrowDown', 'ArrowUp'];
  addEventListener('keydown', ({ key, target }) => {
    if (target !== document.body || !SCROLLS.includes(key)) return;
    document.querySelector('[data-testid="stMain"]')?.focus({ preventScroll: true });
  }, true);

  // 5. The sheet of paper. Plotly does not redraw for it, so that bars would fall off: for the time
  // of printing each drawing is scaled as a picture, down to the sheet, never up over the words
  // below, as a phone's would be. Streamlit's own width and height are !important.
  const undo = [];
  const set = (element, name, value) => {
    const before = element.getAttribute(name);
    undo.push(() => {
      if (before === null) element.removeAttribute(name);
      else element.setAttribute(name, before);
    });
    element.setAttribute(name, value);
  };
  const restyle = (element, text) =>
    set(element, 'style', `${element.getAttribute('style') ?? ''};${text}`);
  const fit = () => {
    if (undo.length) return; // both events below come for one printing
    // A sheet cannot be unfolded: all is open but the passages, whose sources stand at the end.
    for (const closed of document.querySelectorAll('details:not([open], .sp-cite)')) {
      set(closed, 'open', '');
    }
    for (const told of document.querySelectorAll('[data-address]')) {
      told.textContent = location.href;
    }
    for (const box of document.querySelectorAll('.js-plotly-plot .svg-container')) {
      const drawings = [...box.querySelectorAll('svg.main-svg')]; // layers of one size
      const [width, height] = ['width', 'height'].map((name) =>
        parseFloat(drawings[0]?.getAttribute(name)));
      if (!(width > 0 && height > 0)) continue;
      for (const drawing of drawings) {
        set(drawing, 'viewBox', `0 0 ${width} ${height}`);
        restyle(drawing, 'width:100%;height:auto');
      }
      restyle(box, `width:100%;max-width:${width}px!important;height:auto;`
        + `aspect-ratio:${width}/${height}`);
      const room = box.closest('.stElementContainer') ?? box; // as high as it was on the screen
      for (let part = box.parentElement; room.contains(part); part = part.parentElement) {
        restyle(part, 'height:auto!important');
      }
    }
  };
  const unfit = () => {
    while (undo.length) undo.pop()();
  };
  addEventListener('beforeprint', fit);
  addEventListener('afterprint', unfit);
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? fit() : unfit()));

  // 6. What a choice has changed is said by a screen reader (WCAG 4.1.3): in one place that stays,
  // once the page has come to rest, and only what was not there before. Its mark keeps it from
  // being hidden while a list is open.
  const status = document.createElement('div');
  status.setAttribute('role', 'status');
  status.className = 'sp-hidden';
  status.dataset.reactAriaTopLayer = 'true';
  let said = null;
  const tell = () => {
    const told = [...document.querySelectorAll('[data-announce]')].map((e) => e.dataset.announce);
    const now = [document.title, ...told].filter(Boolean);
    const fresh = said ? now.filter((words) => !said.includes(words)) : [];
    said = now;
    if (!status.isConnected) document.body.append(status);
    if (fresh.length) status.textContent = fresh.join('. ');
  };

  // 7. A button that is off while its file is made, and a link that a new page does not have, lose
  // the focus, and one would begin anew at the very top: it goes back to the button, or to the
  // heading, as it does from a link of the menu that has led to another page. Whoever presses
  // beside everything with a pointer wants it nowhere.
  let focused = null;
  let opened = location.pathname;
  addEventListener('pointerdown', () => { focused = null; }, true);
  addEventListener('focusin', ({ target }) => { focused = target; });
  const refocus = () => {
    const turned = opened !== location.pathname && focused?.closest('.st-key-menu a');
    opened = location.pathname;
    const lost = focused && document.activeElement === document.body;
    if (!(turned || lost) || !document.hasFocus()) return;
    if (focused.isConnected && !turned) {
      focused.focus({ preventScroll: true }); // does nothing while the button is off
      return;
    }
    const heading = document.querySelector('[data-testid="stMain"] h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  };

  let resting = 0;
  const rest = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testScriptState !== 'notRunning' || !app.querySelector('h1')) return;
    tell();
    refocus();
    document.dispatchEvent(new Event('rest')); // places.js goes on from here
  };
  new MutationObserver(() => {
    clearTimeout(resting);
    resting = setTimeout(rest, 300);
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-announce', 'data-test-script-state', 'disabled'],
  });
})();
