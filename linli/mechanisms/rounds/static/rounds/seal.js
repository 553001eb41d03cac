/* What lies on the device is sealed with a key the browser keeps and never gives out: a copy of the
   store alone is worth nothing, and with the key what it sealed is gone. Also makes keys of entries. */
(function () {
  "use strict";

  const rounds = window.linliRounds = window.linliRounds || {};

  rounds.able = Boolean(window.isSecureContext && window.crypto && window.crypto.subtle && window.indexedDB);

  rounds.newKey = function () { return window.crypto.randomUUID(); };

  rounds.newSeal = function () {
    return window.crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  };

  rounds.seal = async function (seal, value) {
    const iv = window.crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    return { iv: iv, text: await window.crypto.subtle.encrypt({ name: "AES-GCM", iv: iv }, seal, plain) };
  };

  rounds.unseal = async function (seal, sealed) {
    const plain = await window.crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, seal, sealed.text);
    return JSON.parse(new TextDecoder().decode(plain));
  };
})();
