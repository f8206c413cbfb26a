// Improves the pages; everything works without it. Nothing is kept in the browser.
(() => {
  'use strict';
  const body = document.body;

  // htmx notes the path of the page when it is loaded, whatever its settings say.
  sessionStorage.clear();
  const signedIn = body.dataset.signedIn === 'true';

  // A page out of the back and forward cache may show what is locked by now.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      body.style.visibility = 'hidden';
      window.location.reload();
    }
  });

  // Where somebody was: told by name with each save and each lock, and gone on with there.
  document.addEventListener('focusin', (event) => {
    const { name, form } = event.target;
    if (name && !name.startsWith('_') && form && form.querySelector('input[name="_field"]')) {
      document.querySelectorAll('input[name="_field"], input[data-field]').forEach((at) => { at.value = name; });
    }
  });
  const summary = document.getElementById('summary');
  const last = document.querySelector('input[name="_field"]');
  if (summary) {
    summary.focus();
  } else if (last) {
    const wanted = decodeURIComponent(window.location.hash.slice(1)) || last.value;
    const found = wanted ? last.form.elements.namedItem(wanted) : null;
    const field = found instanceof RadioNodeList ? [...found].find((one) => one.checked) || found[0] : found;
    if (field && field.type !== 'hidden') {
      field.focus();
      field.scrollIntoView({ block: 'center' });
    }
  }

  // Her name is on the screen for half a minute, and on no page that Back could bring up again.
  const hide = (place) => place.replaceChildren();
  document.addEventListener('htmx:afterSwap', (event) => {
    const place = event.target;
    if (place.hasAttribute('data-revealed')) {
      clearTimeout(place.hiding);
      place.hiding = setTimeout(hide, 30000, place);
    }
  });
  window.addEventListener('pagehide', () => document.querySelectorAll('[data-revealed]').forEach(hide));

  // A double click sends once.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.hasAttribute('hx-post')) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    const button = event.submitter;
    if (button) {
      button.setAttribute('aria-disabled', 'true');
    }
  });
  window.addEventListener('pagehide', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
  });

  document.querySelectorAll('textarea').forEach((area) => {
    const grow = () => {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight + 4}px`;
    };
    area.addEventListener('input', grow);
    grow();
  });

  // What could not be saved is said, and stays on the screen.
  document.addEventListener('htmx:sendError', (event) => notSaved(event.target));
  document.addEventListener('htmx:responseError', (event) => notSaved(event.target));
  function notSaved(place) {
    if (place.classList.contains('saved')) {
      place.textContent = body.lang === 'en' || document.documentElement.lang === 'en'
        ? 'Not saved yet. Do not close this page.'
        : '通信できないため保存できていません。この画面を閉じないでください。';
    }
  }

  if (!signedIn) {
    return;
  }

  // Leave at once: blank, lock, and go where Back does not return from (ui.md B14).
  const leaving = document.querySelector('form[data-leave]');
  function leave() {
    document.documentElement.style.visibility = 'hidden';
    document.title = '';
    // Form-encoded: only the page that takes files reads parts.
    navigator.sendBeacon(leaving.action, new URLSearchParams(new FormData(leaving)));
    window.location.replace('/a');
  }
  leaving.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  }, true);
  let shifts = [];
  let alone = false;
  document.addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.isComposing && event.keyCode !== 229;
    if (!alone) {
      shifts = [];
    }
    if (event.ctrlKey && event.altKey && event.key.toLowerCase() === 'h') {
      document.querySelector('[data-cover]').click();
    }
    if (event.ctrlKey && event.key === 's') {
      const keep = document.querySelector('button[value="keep"]');
      if (keep) {
        event.preventDefault();
        keep.click();
      }
    }
  });
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) {
      return;
    }
    const now = Date.now();
    shifts = shifts.filter((at) => now - at < 5000).concat(now);
    if (shifts.length >= 3) {
      leave();
    }
  });

  // Two minutes before the lock it is said, and can be put off.
  const away = document.getElementById('away');
  const warnAfter = 18 * 60 * 1000;
  const lockAfter = 20 * 60 * 1000;
  let seen = Date.now();
  ['keydown', 'pointerdown'].forEach((kind) => document.addEventListener(kind, () => {
    if (!away.open) {
      seen = Date.now();
    }
  }));
  away.querySelector('[data-stay]').addEventListener('click', () => {
    seen = Date.now();
    away.close();
    fetch('/a', { credentials: 'same-origin' });
  });
  const lock = document.querySelector('form[data-lock]');
  let locking = false;
  setInterval(() => {
    const idle = Date.now() - seen;
    if (locking) {
      return;
    }
    if (idle >= lockAfter) {
      locking = true;
      const where = new URLSearchParams(new FormData(lock));
      body.replaceChildren();
      fetch(lock.action, { method: 'POST', body: where, credentials: 'same-origin', redirect: 'manual' })
        .finally(() => window.location.replace('/lock'));
    } else if (idle >= warnAfter && !away.open) {
      away.showModal();
    }
  }, 5000);
})();
