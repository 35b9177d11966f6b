// Makes the desk's pages quicker for who works there for hours: keys. Whatever they do, the buttons and links of the page do too; the keys press
// them. Without this file nothing is missing but speed.

const comments = [...document.querySelectorAll('.case')];
const help = document.querySelector('#keys');

/** The comment that the keys are about: the one with the focus in it, or that had it last. */
function current() {
  return document.activeElement.closest('.case') ?? document.querySelector('.case[aria-current]');
}

function goTo(comment) {
  comments.forEach(other => other.removeAttribute('aria-current'));
  comment.setAttribute('aria-current', 'true');
  comment.focus();
  comment.scrollIntoView({block: 'nearest'});
}

function step(by) {
  const at = comments.indexOf(current());
  const next = at < 0 ? (by > 0 ? 0 : comments.length - 1) : at + by;
  if (comments[next]) {
    goTo(comments[next]);
  }
}

/** Presses a button as a hand would: once, and only where there is one. */
function press(button) {
  button?.click();
}

function openReasons(comment) {
  const reasons = comment?.querySelector('details');
  if (reasons) {
    reasons.open = true;
    reasons.querySelector('select').focus();
  }
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press(current()?.querySelector('[value=approve], [value=keep]')),
  r: () => openReasons(current()),
  u: () => press(document.querySelector('#undo') ?? current()?.querySelector('[value=undo]')),
  '?': () => help.showModal(),
};

// Who speaks to the computer, or hits keys by accident, can switch them off (WCAG 2.1.4); this browser remembers it.
const OFF = 'newsroom-keys-off';
const open = document.querySelector('#keys-open');
const on = document.querySelector('#keys-on');
if (help) {
  on.checked = localStorage.getItem(OFF) === null;
  on.addEventListener('change', () => on.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'));
  open.hidden = false;
  open.addEventListener('click', () => help.showModal());
}

/** Where letters are typed, they are letters. */
function isTyping(target) {
  return target.closest('input:not([type=checkbox]), textarea, select, dialog, [contenteditable]') !== null;
}

document.addEventListener('keydown', event => {
  const held = event.ctrlKey || event.altKey || event.metaKey || event.repeat && !'jk'.includes(event.key);
  if (on?.checked && !held && !isTyping(event.target) && Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});

// A form is sent once, however hastily its button is pressed.
document.addEventListener('submit', event => {
  if (event.target.method === 'post') {
    if (event.target.dataset.sent) {
      event.preventDefault();
    }
    event.target.dataset.sent = 'yes';
  }
});
window.addEventListener('pageshow', () => document.querySelectorAll('[data-sent]').forEach(form => delete form.dataset.sent));

// The reasons close again by Escape, and the comment has the focus back.
document.addEventListener('keydown', event => {
  const reasons = event.target.closest('details[open]');
  if (event.key === 'Escape' && reasons) {
    reasons.open = false;
    reasons.querySelector('summary').focus();
  }
});

document.addEventListener('focusin', event => {
  const comment = event.target.closest('.case');
  if (comment && !comment.hasAttribute('aria-current')) {
    comments.forEach(other => other.removeAttribute('aria-current'));
    comment.setAttribute('aria-current', 'true');
  }
});
