// A link to a place of a page ends there: opened, in the first screen, with the focus. The page is
// drawn long after the address was read, and grows while it is, so that neither the browser nor
// Streamlit finds the place. An address names one as "#arvot" or, where something is to be opened or
// marked, in its query: the element of ?teema=ilmasto has data-place="teema=ilmasto".
(() => {
  'use strict';

  const MAIN = '[data-testid="stMain"]';
  const FOLDS = '.stHtml details';
  const STOPS = '.stHtml :is(a, summary)';
  const main = () => document.querySelector(MAIN);
  const unfinished = () => each('[data-testid="stSkeleton"]').length > 0;
  const each = (selector) => [...(main()?.querySelectorAll(selector) ?? [])];

  const running = () =>
    document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== 'notRunning';

  // Which place the address means. Streamlit drops the hash when it writes the query, as it does
  // for a choice of language: the page has it still.
  let hash = location.hash;
  let page = location.pathname;
  const inQuery = () => [...new URLSearchParams(location.search)]
    .map((pair) => document.querySelectorAll(`[data-place="${CSS.escape(pair.join('='))}"]`))
    .filter((found) => found.length).at(-1);
  const byHash = (named) => {
    try {
      return document.getElementById(decodeURIComponent(named.slice(1)));
    } catch { // not everything that stands behind a # can be read
      return null;
    }
  };
  const inAddress = () => byHash(hash) ?? [...(inQuery() ?? [])].at(-1) ?? null;
  const replace = (url, more = {}) =>
    history.replaceState({ ...history.state, ...more }, '', url);

  // Going there. What is drawn later may push the place away: it is kept in its place until the
  // visitor does something.
  let aim = null; // where one is led to, until one is there
  let held = null; // what is kept where it is
  const hold = (element, top) => {
    held = { element, top };
    grown.disconnect();
    grown.observe(main().firstElementChild); // may be another than the page had at first
    align();
  };
  const align = () => {
    if (!held?.element.isConnected) return;
    const away = held.element.getBoundingClientRect().top - held.top;
    if (Math.abs(away) > 1) main().scrollTop += away;
  };
  const release = () => { aim = held = null; };
  for (const act of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    addEventListener(act, release, { capture: true, passive: true });
  }
  const grown = new ResizeObserver(align);

  const focus = (place) => {
    const stop = place.matches('details') ? place.querySelector('summary') : place;
    if (stop.tabIndex < 0) stop.setAttribute('tabindex', '-1');
    stop.focus({ preventScroll: true });
  };
  const land = () => {
    const place = inAddress();
    if (!place) return false;
    for (const pair of new URLSearchParams(location.search)) {
      const named = `details[data-place="${CSS.escape(pair.join('='))}"]`;
      for (const fold of each(named)) fold.open = true;
    }
    for (let at = place; at; at = at.parentElement) if (at.matches('details')) at.open = true;
    focus(place);
    hold(place, 24);
    held.place = place;
    return true;
  };

  // What one comes back to: how far the page was scrolled, what was open and had the focus. The
  // browser keeps it with the entry of its history.
  const remember = () => {
    const at = each(STOPS).indexOf(document.activeElement);
    const open = each(FOLDS).map(({ open }) => Number(open)).join('');
    replace(location.href, { kept: { page, top: main()?.scrollTop ?? 0, open, at } });
  };
  const recall = ({ top, open, at }) => {
    const folds = each(FOLDS);
    if (unfinished() || folds.length !== open.length) return false;
    folds.forEach((fold, index) => { fold.open = open[index] === '1'; });
    main().scrollTop = top;
    const place = inAddress();
    const above = place?.getBoundingClientRect().top;
    if (each(STOPS)[at]) each(STOPS)[at].focus({ preventScroll: true });
    else if (above >= 0 && above < innerHeight) focus(place);
    const seen = each(`h1, h2, h3, ${FOLDS}`).map((one) => [one, one.getBoundingClientRect().top])
      .find(([one, above]) => above >= 0 && one.checkVisibility());
    if (seen) hold(...seen);
    return true;
  };
  let remembering = 0;
  const rememberSoon = () => {
    clearTimeout(remembering);
    remembering = setTimeout(() => { if (!aim) remember(); }, 500);
  };
  addEventListener('scroll', rememberSoon, { capture: true, passive: true });
  addEventListener('toggle', rememberSoon, true);
  addEventListener('pagehide', () => { if (!aim) remember(); });

  // When one is led to a place: by opening the page, by the history, by a link of the page itself,
  // and again when the page is drawn in another language.
  const goTo = (from) => { aim = { from, kept: history.state?.kept }; };
  const canonical = () => { // what can be opened is named in the query, as the address of it is
    const place = byHash(hash);
    if (!place?.matches('details[data-place]')) return;
    const url = new URL(location.href);
    url.hash = hash = '';
    const [name, value] = place.dataset.place.split('=');
    if (!url.searchParams.getAll(name).includes(value)) url.searchParams.append(name, value);
    replace(url);
  };
  addEventListener('popstate', () => {
    hash = location.hash;
    goTo('history');
    setTimeout(() => { if (aim && !running()) arrive(); }, 600); // nothing may have to be drawn anew
  });
  addEventListener('click', (event) => {
    const link = event.target.closest?.(`${MAIN} a[href*="#"]`);
    if (!link || link.pathname !== location.pathname || event.ctrlKey || event.metaKey) return;
    if (!byHash(link.hash)) return;
    event.preventDefault();
    remember();
    hash = link.hash;
    history.pushState(null, '', hash);
    goTo('link');
    arrive();
  });
  addEventListener('click', ({ target }) => { // what a visitor opens stands in the address too
    const fold = target.closest?.('summary')?.parentElement;
    if (!fold?.matches('details[data-place]')) return;
    const url = new URL(location.href);
    const [name, value] = fold.dataset.place.split('=');
    const others = url.searchParams.getAll(name).filter((one) => one !== value);
    url.searchParams.delete(name);
    for (const one of fold.open ? others : [...others, value]) url.searchParams.append(name, one);
    hash = url.hash = '';
    replace(url);
  });
  new MutationObserver(() => goTo('language'))
    .observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });

  const arrive = () => {
    if (page !== location.pathname) { // a link of the menu: the address names the new page alone
      page = location.pathname;
      hash = location.hash;
    }
    if (location.hash) hash = location.hash;
    else if (hash) replace(location.href + hash);
    // What was not yet seen could not take the focus, and what is drawn anew has lost it.
    const lost = held?.place && (document.activeElement === document.body || !held.place.isConnected);
    if (!aim && lost) land();
    if (!aim) return;
    canonical();
    const { from, kept } = aim;
    const back = ['load', 'history'].includes(from) && kept?.page === page;
    const done = back ? recall(kept) : land();
    if (!done && unfinished()) return; // more is to come
    if (!done && back) land(); // another page than the one that was left
    aim = null;
  };
  goTo('load');
  document.addEventListener('rest', arrive);
})();
