// Streamlit speaks English alone. Its own words are said in the language of the page: only in
// the places below, which Streamlit itself makes, and only where the whole text is one of its own
// for that place. What a municipality or a visitor has written stands in none of them.
(() => {
  'use strict';

  const WORDS = 'streamlit_words.json';
  const PICKER = ':is([data-testid="stMultiSelect"], [data-testid="stSelectbox"])';
  const LIST =
    ':is([data-testid="stMultiSelectDropdown"], [data-testid="stSelectboxVirtualDropdown"])';
  const FIELD = '[data-testid="stTextInputRootElement"]';
  const STATUS = '[data-testid="stStatusWidget"]';
  const DIALOG = '[data-testid="stDialog"]';
  const PLACES = [ // the words, where they stand, and in which attribute if not as the text
    ['page', '[data-testid="stSkipToContent"]'],
    ['page', '[data-testid="stHeaderActionElements"] a', 'aria-label'],
    ['picker', `${PICKER} :is(button, [role="group"])`, 'aria-label'],
    ['picker', `${PICKER} input`, 'placeholder'],
    ['list', `${LIST} [data-empty] > [role="option"] > span`],
    ['list', `${LIST} [data-key^="__"] > [data-item-hl]`],
    ['list', `${LIST} button`, 'aria-label'],
    ['list', '[data-testid="stPopoverBody"] button', 'aria-label'],
    ['announced', '[data-live-announcer] > [role="log"] > div'],
    ['field', '[data-testid="InputInstructions"] > span'],
    ['field', `${FIELD} button`, 'aria-label'],
    ['toolbar', '[data-testid="stElementToolbarButton"] button', 'aria-label'],
    ['status', `${STATUS} [aria-label]`, 'aria-label'],
    ['status', `${STATUS} :is(span, label, button, p)`],
    ['dialog', `${DIALOG} button`, 'aria-label'],
    ['dialog', `${DIALOG} [slot="title"]`],
    ['dialog', `${DIALOG} [slot="title"] + div :is(div, p, code, span)`],
  ];
  const ALL = PLACES.map(([, place]) => place).join();

  // "Remove {}" as the words before and after the hole; what stands in it is taken over.
  const holed = ([english, words]) => {
    const [before, after] = english.split('{}');
    return { before, after, words };
  };
  const patterns = Object.fromEntries(Object.entries(WORDS).map(([group, words]) =>
    [group, Object.entries(words).filter(([english]) => english.includes('{}')).map(holed)]));
  const say = (group, english, language) => {
    if (Object.hasOwn(WORDS[group], english)) return WORDS[group][english][language] ?? english;
    for (const { before, after, words } of patterns[group]) {
      const hole = english.slice(before.length, english.length - after.length);
      if (hole && english === before + hole + after) {
        return words[language]?.replace('{}', () => hole) ?? english;
      }
    }
    return english;
  };

  // Each text has one owner, the first of the places that it stands in, and only Streamlit's own
  // English is ever said in another language: what was written here is known, and left alone until
  // the language changes. Whatever a release may do, no text is written more than a few times a
  // second: beyond that it stays as Streamlit has it.
  const MOST = 10;
  const said = new WeakMap(); // by the node that holds it: what Streamlit wrote, what is there now
  const put = (group, node, name, now, write) => {
    const before = said.get(node)?.[name];
    const english = before?.now === now ? before.english : now;
    const words = say(group, english, document.documentElement.lang);
    const recent = (before?.written ?? []).filter((moment) => performance.now() - moment < 1000);
    const changes = words !== now && recent.length < MOST;
    if (changes) recent.push(performance.now());
    const known = { english, now: changes ? words : now, written: recent };
    said.set(node, { ...said.get(node), [name]: known });
    if (changes) write(words);
  };
  const visit = (element) => {
    const owned = new Set();
    for (const [group, place, name] of PLACES) {
      if (owned.has(name) || !element.matches(place)) continue;
      owned.add(name);
      if (name) {
        const now = element.getAttribute(name);
        if (now) put(group, element, name, now, (words) => element.setAttribute(name, words));
      } else if (element.childNodes.length === 1) {
        const text = element.firstChild;
        const write = (words) => { text.nodeValue = words; };
        if (text.nodeType === Node.TEXT_NODE) put(group, text, 'text', text.nodeValue, write);
      }
    }
  };
  const visitAll = (root) => {
    if (root.matches(ALL)) visit(root);
    root.querySelectorAll(ALL).forEach(visit);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (attributeName === 'lang') {
        if (target === document.documentElement) visitAll(target);
      } else if (attributeName === 'data-empty') {
        visitAll(target);
      } else if (type === 'attributes') {
        visit(target);
      } else if (type === 'characterData') {
        if (target.parentElement) visit(target.parentElement);
      } else {
        for (const node of addedNodes) {
          if (node.nodeType === Node.ELEMENT_NODE) visitAll(node);
          else if (node.parentElement) visit(node.parentElement);
        }
      }
    }
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['lang', 'aria-label', 'placeholder', 'title', 'data-empty'],
  });
})();
