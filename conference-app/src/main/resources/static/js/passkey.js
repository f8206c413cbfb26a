// Asks the browser to make or show a passkey, and sends the form off with its answer. Without it the other ways stand.
(() => {
  'use strict';
  const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON
    && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!able) {
    return;
  }
  document.querySelectorAll('[data-without]').forEach((text) => { text.hidden = true; });
  document.querySelectorAll('form[data-passkey]').forEach((form) => {
    const failed = form.querySelector('[data-failed]');
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        const options = JSON.parse(form.dataset.options);
        const credential = form.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        form.elements.namedItem('credential').value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch (refused) {
        failed.hidden = false;
      }
    });
  });
})();
