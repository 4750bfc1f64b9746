// Moves a deck: in the page of the dashboard, where Streamlit calls the default function on every
// run of the script, and in the file that needs no network. Without it every slide is shown.

const MOVES = {
  ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity,
};
const SLIDE = /^#dia-(\d+)$/;
const PRESENTER = '#esittaja';
const TYPED_IN = 'input, textarea, select, [contenteditable], [role="textbox"]';
const SWIPE = 50; // pixels a finger moves sideways before it means another slide
const SEEN = 44; // pixels: keys without a focus mean the deck once its bar is in view
const FILE = location.protocol === 'file:';

/** Run the deck in an element; returns what stops it again. */
export function run(root) {
  const stop = new AbortController();
  const { signal } = stop;
  const slides = [...root.querySelectorAll('.slide')];
  const part = (name) => root.querySelector(`[data-${name}]`);
  const button = (name) => root.querySelector(`[data-do="${name}"]`);
  const presents = location.hash === PRESENTER;
  const alone = root.classList.contains('alone');
  let at = 0;

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

  // Keys, fingers, buttons. A letter is never a key: people who speak to their computer hit it.
  const inView = () => {
    const { top, bottom } = root.getBoundingClientRect();
    return top < innerHeight - SEEN && bottom > SEEN;
  };
  const isOurs = (target, path) =>
    !target.closest?.(TYPED_IN) &&
    (root.classList.contains('fills') || path.includes(root) ||
      (target === document.body && inView()));
  const press = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && !presents) leave();
    const path = event.composedPath();
    if (event.shiftKey || !Object.hasOwn(MOVES, event.key) || !isOurs(path[0], path)) return;
    event.preventDefault();
    show(at + MOVES[event.key]);
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
    },
    again: () => { begin(Date.now()); tick(); },
  };
  const click = (event) => {
    const [target] = event.composedPath();
    const link = target.closest?.('a[href^="#dia-"]');
    if (link) {
      event.preventDefault();
      show(Number(SLIDE.exec(link.hash)[1]) - 1);
      root.scrollIntoView({ block: 'nearest' });
    }
    const asked = target.closest?.('[data-do]');
    if (asked && root.contains(asked)) DO[asked.dataset.do]();
  };
  let finger = null;
  const touch = ({ touches }) => {
    finger = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
  };
  const lift = ({ changedTouches: [{ clientX, clientY }] }) => {
    if (!finger) return;
    const [x, y] = [clientX - finger.x, clientY - finger.y];
    finger = null;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) show(at - Math.sign(x));
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
    if (data.asks) send({ slide: at });
    else if (Number.isInteger(data.slide) && data.slide !== at) {
      show(data.slide, { focus: false, tell: false });
      if (!presents) history.replaceState(history.state, '', `#dia-${at + 1}`);
    }
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
  root.querySelector('.bar').hidden = false;
  root.addEventListener('fullscreenchange', fit, { signal });
  root.addEventListener('touchstart', touch, { signal, passive: true });
  root.addEventListener('touchend', lift, { signal, passive: true });
  document.addEventListener('keydown', press, { signal });
  document.addEventListener('click', click, { signal });
  addEventListener('resize', fit, { signal });
  addEventListener('hashchange', () => inAddress() !== null && show(inAddress()), { signal });
  signal.addEventListener('abort', () => channel.close());
  fit();
  show(inAddress() ?? 0, { focus: false, tell: false });
  if (presents) send({ asks: true });
  else if (inAddress() !== null && !alone) root.scrollIntoView({ block: 'nearest' });
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
