/* Under attack a browser is asked for work beside the answer (ykien.challenge.Work): this does it while the reader types. Nothing hangs on
   it: without it, and wherever it fails, the form is sent as it is. In quiet times it asks once, when the reader begins, and that is all. */
const LONGEST = 10_000; // ms that a form is held back
const PATIENCE = 5_000; // ms for an answer
const BATCH = 64; // tries at once; what is typed comes in between

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text) => Uint8Array.from(text.match(/../g), (byte) => parseInt(byte, 16));

async function key(number, nonce, how, bits) {
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  new DataView(password.buffer).setUint32(nonce.length, number);
  const base = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  return hex(await crypto.subtle.deriveBits(how, base, bits));
}

async function solve(work) {
  const nonce = unhex(work.nonce);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: unhex(work.salt), iterations: work.cost };
  for (let first = 1; first <= work.mostTries; first += BATCH) {
    const tries = Array.from({ length: BATCH }, (_, i) => key(first + i, nonce, how, work.keyLength * 8));
    const found = (await Promise.all(tries)).find((it) => it.startsWith(work.keyPrefix));
    if (found) return found;
  }
  throw new Error('none');
}

function attend(form) {
  const picture = form.querySelector('img');
  const status = document.createElement('p');
  const field = document.createElement('input'); // made here: Back fills none of an older page's in
  let isAsked = true; // until it is known that there is nothing to do
  let asking; // as long as something is under way
  let done; // the nonce whose work the field holds
  let held; // the press that waits
  status.className = 'hint';
  status.setAttribute('role', 'status');
  field.type = 'hidden';
  field.name = 'work';

  async function ask() {
    if (!picture.complete) await new Promise((over) => (picture.onload = picture.onerror = over)); // its challenge comes with it
    const answer = await fetch(form.dataset.work, { signal: AbortSignal.timeout?.(PATIENCE) });
    isAsked = answer.status === 200;
    if (!isAsked) return;
    const work = await answer.json();
    showStatus(); // empty, so that it is heard when it says something
    if (work.nonce === done) return;
    field.value = await solve(work);
    form.append(field);
    done = work.nonce;
  }

  const begin = () =>
    (asking ??= ask()
      .catch(() => (isAsked = false))
      .finally(() => (asking = undefined)));

  // By then the cookie may be of another picture, from another tab: the work has to be of the one that is sent.
  async function finish() {
    await asking;
    if (isAsked) await begin();
  }

  function showStatus() {
    if (!status.isConnected) form.querySelector('button').after(status);
  }

  if (form.contains(document.activeElement)) begin();
  else form.addEventListener('focusin', begin, { once: true });

  form.addEventListener('submit', async (event) => {
    if (!isAsked || !event.submitter || event.submitter.name) {
      held = undefined; // “Đổi mã khác” goes at once, and no comment after it
      return;
    }
    event.preventDefault();
    if (held) return;
    const press = (held = {});
    showStatus();
    status.textContent = 'Đang gửi ý kiến, có thể mất vài giây. Bạn không cần bấm lại.';
    await Promise.race([finish(), new Promise((over) => setTimeout(over, LONGEST))]);
    if (held !== press) return;
    held = undefined; // whoever stops the page from loading can press again
    form.submit();
  });
  addEventListener('pagehide', () => {
    held = undefined; // whoever leaves and comes back presses again
    status.textContent = '';
  });
}

if (globalThis.crypto?.subtle) document.querySelectorAll('form[data-work]').forEach(attend);
