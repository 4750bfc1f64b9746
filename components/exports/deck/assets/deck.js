// Moves a deck: in the page of the dashboard, where Streamlit calls the default function on every
// run of the script, and in the file that needs no network. Without it every slide is shown.

const MOVES = {
  ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity,
};
const SLIDE = /^#dia-(\d+)$/;
const PRESENTER = '#esittaja';
const TYPED_IN = 'input, textarea, select, [contenteditable], [role="textbox"]';
const PRESSED = 'a[href], button, summary, [role="button"]'; // what Space is for where it stands
const NOWHERE = 'body, [data-testid="stMain"], [data-testid="stMain"] h1'; // a focus no one chose
const HELD = /^(Alt|AltGraph|CapsLock|Control|F\d+|Fn|Meta|NumLock|Shift)$/; // means nothing alone
const SWIPE = 50; // pixels a finger moves sideways before it means another slide
const SEEN = 44; // pixels: keys without a focus mean the deck once its bar is in view
const REST = 3000; // milliseconds without a move of the pointer, after which the bar hides
const FORGET = 4000; // milliseconds after which the figures typed are none
const SETTLE = 5000; // milliseconds in which a page has come to rest
const FILE = location.protocol === 'file:';

/** Run the deck in an element; returns what stops it again. */
export function run(root) {
  const stop = new AbortController();
  const { signal } = stop;
  const slides = [...root.querySelectorAll('.slide')];
  const bar = root.querySelector('.bar');
  const part = (name) => root.querySelector(`[data-${name}]`);
  const button = (name) => root.querySelector(`[data-do="${name}"]`);
  const presents = location.hash === PRESENTER;
  const alone = root.classList.contains('alone');
  let at = 0;
  let [blank, typed] = [false, ''];

  // Showing a slide
  const reach = () => { // what scrolls can be scrolled by keys too
    for (const box of [root.querySelector('.slides'), slides[at]]) {
      if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  };
  const show = (wanted, { focus = true, tell = true } = {}) => {
    at = Math.max(0, Math.min(slides.length - 1, wanted));
    slides.forEach((slide, index) => slide.classList.toggle('current', index === at));
    slides[at].scrollTop = 0;
    reach();
    part('count').textContent = `${at + 1} / ${slides.length}`;
    button('previous').setAttribute('aria-disabled', at === 0);
    button('next').setAttribute('aria-disabled', at === slides.length - 1);
    if (presents) prompt();
    type('');
    if (tell) setBlank(false);
    if (focus) slides[at].querySelector('h1').focus({ preventScroll: true });
    if (tell) {
      if (!presents) history.replaceState(history.state, '', `#dia-${at + 1}`);
      send({ slide: at });
    }
  };
  const inAddress = () => {
    const found = SLIDE.exec(location.hash);
    return found ? Number(found[1]) - 1 : null;
  };

  const stay = () => { // what loads late above a deck that is linked to would push it away again
    const watch = new ResizeObserver(() => root.scrollIntoView({ block: 'nearest' }));
    const end = () => watch.disconnect();
    watch.observe(root.getRootNode().host.closest('.stMainBlockContainer'));
    for (const kind of ['keydown', 'pointerdown', 'wheel']) addEventListener(kind, end, { signal });
    setTimeout(end, SETTLE);
  };

  // The whole window
  const full = () => root.getRootNode().fullscreenElement === root;
  const enter = async () => {
    try {
      await root.requestFullscreen();
    } catch { // a telephone may have none
      root.classList.add('covers');
      fit();
    }
  };
  const leave = () => {
    if (full()) document.exitFullscreen();
    root.classList.remove('covers');
    fit();
    if (presents) window.close();
  };
  const fit = () => {
    const whole = full() || root.classList.contains('covers');
    root.classList.toggle('fills', whole || alone || presents);
    root.classList.toggle('presents', presents);
    button('full').hidden = whole || presents;
    button('presenter').hidden = presents;
    button('leave').hidden = !(whole || presents);
    if (part('back')) part('back').hidden = whole || presents;
    reach();
  };
  const turn = () => { fit(); if (!full()) setBlank(false); };

  // A blank screen: slide and bar are covered, for a screen reader too; the presenter is told.
  const setBlank = (wanted, { tell = true } = {}) => {
    if (blank === wanted) return;
    blank = wanted;
    if (presents) {
      part('blanked').textContent = blank ? part('cover').textContent : '';
      button('blank').setAttribute('aria-pressed', blank);
    } else {
      const held = fills() || root.contains(root.getRootNode().activeElement);
      for (const one of [bar, root.querySelector('.slides')]) one.inert = blank;
      part('cover').hidden = !blank;
      if (held) (blank ? part('cover') : slides[at].querySelector('h1')).focus();
    }
    if (tell) send({ blank });
  };

  // The number of a slide, typed before Enter
  let forgetting = 0;
  const type = (figures) => {
    typed = figures.slice(0, 4);
    const told = part('typed');
    told.textContent = typed && `Enter → ${told.dataset.slide} ${typed} / ${slides.length}`;
    clearTimeout(forgetting);
    if (typed) forgetting = setTimeout(type, FORGET, '');
  };

  // The bar, and the pointer with it, are out of sight while the pointer rests. A finger does not
  // see what it would press: its first touch of a hidden bar only shows it.
  let [resting, place, unseen] = [0, '', false];
  const hidden = () => getComputedStyle(bar).opacity === '0';
  const stir = ({ type: kind, pointerType, screenX, screenY }) => {
    const now = `${screenX} ${screenY}`;
    if (kind === 'pointermove' && now === place) return; // the page has moved, not the pointer
    place = now;
    if (kind === 'pointerdown') unseen = pointerType === 'touch' && hidden();
    root.classList.remove('resting');
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.add('resting'), REST);
  };

  // Keys, fingers, buttons. A letter, a figure or a dot is a key only while the deck fills the
  // window or has the focus (WCAG 2.1.4): on a page people who speak to their computer hit them.
  const fills = () => root.classList.contains('fills');
  const inView = () => {
    const { top, bottom, height } = root.getBoundingClientRect();
    const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return (top >= 0 && top < innerHeight - SEEN) || seen > Math.min(height, innerHeight) / 2;
  };
  const holds = (path) => fills() || path.includes(root);
  const isOurs = (target, path) =>
    !target.closest?.(TYPED_IN) && (holds(path) || (target.matches?.(NOWHERE) && inView()));
  const meant = ({ key, shiftKey, repeat }, path) => { // what a key asks for, if anything
    if (blank) return repeat || HELD.test(key) ? null : () => setBlank(false);
    if (typed && key === 'Enter') return () => show(Number(typed) - 1);
    if (typed && key === 'Escape') return () => type('');
    if (typed && key === 'Backspace') return () => type(typed.slice(0, -1));
    if (key === ' ' && !path[0].closest?.(PRESSED)) return () => show(at + (shiftKey ? -1 : 1));
    if (Object.hasOwn(MOVES, key) && !shiftKey) return () => show(at + MOVES[key]);
    if (/^\d$/.test(key) && holds(path)) return () => type(typed + key);
    if (/^[b.]$/i.test(key) && holds(path)) return () => setBlank(true);
    return null;
  };
  const press = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const path = event.composedPath();
    const act = isOurs(path[0], path) ? meant(event, path) : null;
    if (act) {
      event.preventDefault();
      act();
      if (!fills()) root.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Escape' && !presents) leave();
  };
  const DO = {
    previous: () => show(at - 1),
    next: () => show(at + 1),
    full: async () => { await enter(); show(at); },
    leave,
    presenter: () => {
      const address = new URL(location.href);
      address.hash = PRESENTER;
      if (!FILE && !root.dataset.file) address.searchParams.set('esitys', '1');
      others.add(window.open(address, '', 'popup,width=1180,height=760'));
      show(at, { tell: false }); // or the bar would stay on the wall, and Space open another
    },
    blank: () => setBlank(!blank),
    again: () => { begin(Date.now()); tick(); },
  };
  const click = (event) => {
    const [target] = event.composedPath();
    if (unseen && bar.contains(target)) return event.preventDefault();
    const link = target.closest?.('a[href^="#dia-"]');
    if (link) {
      event.preventDefault();
      show(Number(SLIDE.exec(link.hash)[1]) - 1);
      root.scrollIntoView({ block: 'nearest' });
    }
    if (!root.contains(target)) return;
    const asked = target.closest('[data-do]')?.dataset.do;
    const done = blank && (!presents || asked === 'blank'); // to be light again is all
    setBlank(false);
    if (asked && !done) DO[asked]();
  };
  let finger = null;
  const touch = ({ touches }) => {
    finger = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
  };
  const lift = ({ changedTouches: [{ clientX, clientY }] }) => {
    if (!finger) return;
    const [x, y] = [clientX - finger.x, clientY - finger.y];
    finger = null;
    if (Math.abs(x) <= SWIPE || Math.abs(x) <= 2 * Math.abs(y)) return;
    show(at - (blank ? 0 : Math.sign(x)));
  };

  // The presenter's window and ours tell each other. Where files of one folder are strangers to
  // each other, as in Firefox, no channel joins them; then the window that opened the other does.
  const deck = root.dataset.deck;
  const others = new Set([window.opener]);
  const channel = new BroadcastChannel(`deck-${deck}`);
  const send = (message) => {
    channel.postMessage({ deck, ...message });
    if (!FILE) return;
    for (const other of others) other?.postMessage({ deck, ...message }, '*');
  };
  const hear = ({ data, source }) => {
    if (data?.deck !== deck) return;
    if (FILE && source) others.add(source);
    if (data.asks) send({ slide: at, blank });
    if (Number.isInteger(data.slide) && data.slide !== at) {
      show(data.slide, { focus: false, tell: false });
      if (!presents) history.replaceState(history.state, '', `#dia-${at + 1}`);
    }
    if (typeof data.blank === 'boolean') setBlank(data.blank, { tell: false });
  };
  channel.addEventListener('message', hear);
  if (FILE) addEventListener('message', hear, { signal });

  // What the presenter alone sees
  const begin = (moment) => history.replaceState({ ...history.state, began: moment }, '');
  const two = (number) => String(Math.floor(number)).padStart(2, '0');
  const tick = () => {
    const now = new Date();
    const seconds = (now - (history.state?.began ?? now)) / 1000;
    part('clock').textContent = `${now.getHours()}.${two(now.getMinutes())}`;
    part('elapsed').textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  };
  const prompt = () => {
    const next = slides[at + 1]?.querySelector('h1').textContent;
    part('next').textContent = next ?? part('next').dataset.last;
    const notes = slides[at].querySelector('.notes');
    part('said').replaceChildren(...[...notes.children].map((note) => note.cloneNode(true)));
    if (!notes.children.length) part('said').textContent = part('said').dataset.none;
  };
  if (presents) {
    if (!history.state?.began) begin(Date.now());
    const clock = setInterval(tick, 1000);
    signal.addEventListener('abort', () => clearInterval(clock));
    tick();
  }

  root.classList.add('running');
  bar.hidden = false;
  root.addEventListener('fullscreenchange', turn, { signal });
  root.addEventListener('pointermove', stir, { signal, passive: true });
  root.addEventListener('pointerdown', stir, { signal, passive: true });
  root.addEventListener('touchstart', touch, { signal, passive: true });
  root.addEventListener('touchend', lift, { signal, passive: true });
  document.addEventListener('keydown', press, { signal });
  document.addEventListener('click', click, { signal });
  addEventListener('resize', fit, { signal });
  addEventListener('hashchange', () => inAddress() !== null && show(inAddress()), { signal });
  signal.addEventListener('abort', () => channel.close());
  signal.addEventListener('abort', () => [resting, forgetting].forEach(clearTimeout));
  fit();
  stir({});
  show(inAddress() ?? 0, { focus: false, tell: false });
  if (presents) send({ asks: true });
  else if (inAddress() !== null && !alone) stay();
  return () => stop.abort();
}

const decks = new WeakMap(); // what runs in an element, and the markup it was made of

/** The component of Streamlit: the same markup goes on as it was, another one begins anew. */
export default function ({ parentElement, data }) {
  const root = parentElement.querySelector('.deck');
  const before = decks.get(root);
  if (before?.html === data.html) return before.end;
  before?.end();
  root.innerHTML = data.html; // made by escaping templates in Python
  root.dataset.deck = data.deck;
  root.classList.toggle('alone', data.alone);
  const fresh = { html: data.html, stop: null };
  fresh.end = () => {
    fresh.stop?.();
    decks.delete(root);
  };
  decks.set(root, fresh);
  dressed(parentElement).then(() => {
    if (decks.get(root) !== fresh) return;
    root.hidden = false;
    fresh.stop = run(root);
  });
  return fresh.end;
}

/** Wait for the style, or the slides would be seen one below the other for a moment. */
async function dressed(parent) {
  const link = parent.querySelector('link');
  if (!link || link.sheet) return;
  await new Promise((done) => link.addEventListener('load', done, { once: true }));
}
